package dev.heed.routing.ticket;

import dev.heed.routing.post.Account;
import dev.heed.routing.post.Customer;
import dev.heed.routing.post.Surroundings;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.TicketId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Posts on tickets as they read now, for whoever must decide on them again. */
@ApplicationScoped
public class StandingPosts {

    private static final String STANDING = """
            select p.id, p.first_id, p.version_id, p.text, p.kind, p.addressed, p.in_reply_to, p.created_at, p.heard_at,
                   p.edited_at, t.id as ticket_id, t.account_id, t.account_handle, t.customer_id, t.customer_handle,
                   t.customer_name, t.conversation_id, t.traceparent
              from ticket_post p join ticket t on t.id = p.ticket_id
             where p.id = any ($1) and p.withdrawn_at is null and p.kind <> 'message'
             order by p.edited_at, p.id
            """;

    /**
     * Those of the public posts that X still shows, as if they had been written when they were last edited. What is around
     * them is left out.
     */
    public Uni<List<HeardPost>> of(SqlConnection connection, Collection<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : connection
                        .preparedQuery(STANDING)
                        .execute(Tuple.of(ids.toArray(String[]::new)))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(StandingPosts::post)
                                .toList());
    }

    private static HeardPost post(Row row) {
        Account account = new Account(row.getString("account_id"), row.getString("account_handle"));
        String text = row.getString("text");
        @Nullable Boolean addressed = row.getBoolean("addressed");
        Instant written = row.getOffsetDateTime("created_at").toInstant();
        Optional<Instant> edited =
                Optional.ofNullable(row.getOffsetDateTime("edited_at")).map(OffsetDateTime::toInstant);
        return new HeardPost(
                row.getString("id"),
                new HeardPost.Version(row.getString("first_id"), row.getString("version_id"), edited.orElse(null)),
                new TicketId(row.getUUID("ticket_id")),
                account,
                new Customer(
                        row.getString("customer_id"), row.getString("customer_handle"), row.getString("customer_name")),
                row.getString("conversation_id"),
                text,
                row.getString("kind"),
                Boolean.TRUE.equals(addressed) || names(text, account.handle()),
                row.getString("in_reply_to"),
                edited.orElse(written),
                row.getOffsetDateTime("heard_at").toInstant(),
                Surroundings.NONE,
                row.getString("traceparent"));
    }

    private static boolean names(String text, String handle) {
        return text.toLowerCase(Locale.ROOT).contains("@" + handle.toLowerCase(Locale.ROOT));
    }
}
