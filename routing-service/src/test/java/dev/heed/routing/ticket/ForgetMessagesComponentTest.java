package dev.heed.routing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.messaging.broker.BrokerConfig;
import dev.heed.routing.Eventually;
import dev.heed.routing.OtherServices;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.TicketFixture;
import dev.heed.testing.RealParts;
import dev.heed.testing.WholeDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of what was said in private when its ticket is long over. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "routing"))
class ForgetMessagesComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WholeDatabase database = WholeDatabase.ofService();
    private final String secret = "zebra" + TicketFixture.conversation();
    private final ForgetMessages forget;
    private final BrokerConfig broker;
    private final Pool pool;

    ForgetMessagesComponentTest(ForgetMessages forget, BrokerConfig broker, Pool pool) {
        this.forget = forget;
        this.broker = broker;
        this.pool = pool;
    }

    @Test
    void whatWasSaidInPrivateIsErasedOnceItsTicketIsLongOver() throws Exception {
        String message = written();
        set(message, "resolved", 31);

        forget.all().await().atMost(PATIENCE);

        assertThat(database.placesOf(secret)).isEmpty();
        assertThat(rows("select 1 from ticket_post where id = $1 and expired_at is not null", message))
                .isEqualTo(1);
        assertThat(rows("""
                        select 1 from ticket_history h join ticket_post p using (ticket_id) join ticket t on t.id = h.ticket_id
                         where p.id = $1 and h.what = 'messages erased' and h.version = t.version""", message)).isEqualTo(1);
    }

    @Test
    void whatWasSaidInPrivateStaysAMonthAndAsLongAsItsTicketIsOpen() throws Exception {
        String recent = written();
        set(recent, "resolved", 29);
        String open = written();
        set(open, "assigned", 400);

        forget.all().await().atMost(PATIENCE);

        assertThat(rows("select 1 from ticket_post where id in ($1, $2) and text like '%zebra%'", recent, open))
                .isEqualTo(2);
    }

    /** The id of a message that is on a ticket of its own. */
    private String written() throws Exception {
        String message = TicketFixture.conversation();
        HeardPost sender = TicketFixture.post(message, "f" + message, "never sent");
        try (var others = new OtherServices(broker)) {
            others.message(message, sender, "my customer number is " + secret);
            Eventually.check(() -> assertThat(rows("select 1 from ticket_post where id = $1", message))
                    .isEqualTo(1));
        }
        return message;
    }

    private void set(String message, String status, int daysAgo) {
        rows("""
                update ticket set status = $2, updated_at = now() - $3 * interval '1 day',
                       owner = case $2 when 'assigned' then coalesce(owner, 'agent') else owner end
                 where id = (select ticket_id from ticket_post where id = $1)""", message, status, daysAgo);
    }

    private int rows(String sql, Object... values) {
        return pool.preparedQuery(sql)
                .execute(Tuple.from(values))
                .await()
                .atMost(PATIENCE)
                .size();
    }
}
