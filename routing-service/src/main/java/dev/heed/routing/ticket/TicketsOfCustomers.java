package dev.heed.routing.ticket;

import dev.heed.routing.ticket.life.TicketId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which ticket a customer has open with an account, whatever it is about. */
@ApplicationScoped
public class TicketsOfCustomers {

    /** An open one before those that ended, else the latest. */
    private static final String LATEST = """
            select distinct on (t.account_id, t.customer_id)
                   t.account_id, t.customer_id, t.customer_handle, t.customer_name,
                   case when t.status in ('waiting', 'assigned', 'claimed') then t.id end as open
              from ticket t
              join (select distinct * from unnest($1::text[], $2::text[]) as asked (account_id, customer_id)) asked
                on t.account_id = asked.account_id and t.customer_id = asked.customer_id
             order by t.account_id, t.customer_id, (t.status in ('waiting', 'assigned', 'claimed')) desc, t.updated_at desc
            """;

    /** A customer of an account, by their ids on X. */
    public record Whose(String accountId, String customerId) {}

    /**
     * What is known of a customer.
     *
     * @param open the latest ticket that they have open
     */
    public record Known(String handle, String name, Optional<TicketId> open) {}

    /** Those who have been heard before. A ticket that ends meanwhile is opened again by what joins it. */
    public Uni<Map<Whose, Known>> latest(SqlConnection connection, Collection<Whose> customers) {
        String[] accounts = customers.stream().map(Whose::accountId).toArray(String[]::new);
        String[] ids = customers.stream().map(Whose::customerId).toArray(String[]::new);
        return connection.preparedQuery(LATEST).execute(Tuple.of(accounts, ids)).map(rows -> {
            Map<Whose, Known> known = new HashMap<>();
            rows.forEach(row -> known.put(
                    new Whose(row.getString("account_id"), row.getString("customer_id")),
                    new Known(
                            row.getString("customer_handle"),
                            row.getString("customer_name"),
                            Optional.ofNullable(row.getUUID("open")).map(TicketId::new))));
            return known;
        });
    }
}
