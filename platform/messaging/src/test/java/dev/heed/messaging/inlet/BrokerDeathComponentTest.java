package dev.heed.messaging.inlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.messaging.Event;
import dev.heed.messaging.Eventually;
import dev.heed.messaging.broker.Broker;
import dev.heed.messaging.outbox.Outbox;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.testing.RabbitInstance;
import dev.heed.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealParts.class,
        initArgs = @ResourceArg(name = "service", value = "messaging"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = OwnBroker.class, restrictToAnnotatedClass = true)
class BrokerDeathComponentTest {

    private static final int EVENTS = 3000;

    record Count(String subject, int n) {}

    @SuppressWarnings("NullAway.Init") // Given by OwnBroker.
    RabbitInstance rabbit;

    @Inject
    Inlets inlets;

    @Inject
    Outbox outbox;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @Inject
    Broker broker;

    @Inject
    @Readiness
    InletReadiness readiness;

    @Test
    void a_broker_killed_while_events_flow_loses_none_and_the_consumers_go_on() throws Exception {
        List<Count> handled = new CopyOnWriteArrayList<>();
        inlets.openBatch("reply.tickets", (connection, fresh) -> {
            fresh.forEach(event -> handled.add(event.dataAs(Count.class)));
            return Uni.createFrom().voidItem();
        });
        append(0, EVENTS - 200);
        Eventually.assertThat(() -> assertThat(handled).hasSizeGreaterThan(50));
        rabbit.killHard();
        assertThat(handled).as("killed in the middle").hasSizeLessThan(EVENTS - 200);
        append(EVENTS - 200, EVENTS);
        Eventually.assertThat(() -> assertThat(broker.link()).isNull());
        assertThat(readiness.call().getStatus().name()).isEqualTo("DOWN");
        rabbit.start();

        Eventually.assertThat(() -> assertThat(inboxOf("reply.tickets")).isEqualTo(EVENTS));
        Eventually.assertThat(() -> assertThat(rowsOfOutbox()).isZero());
        assertThat(handled.stream().map(Count::n).distinct().count()).isEqualTo(EVENTS);
        assertThat(readiness.call().getStatus().name()).isEqualTo("UP");
        assertOrderOfEachSubject(handled);
    }

    /** A repeated delivery may only repeat: the inbox drops it, so what the handler sees never goes back. */
    private static void assertOrderOfEachSubject(List<Count> handled) {
        Map<String, Integer> last = new HashMap<>();
        for (Count count : handled) {
            Integer before = last.put(count.subject(), count.n());
            assertThat(count.n()).isGreaterThan(before == null ? -1 : before);
        }
    }

    private void append(int from, int to) {
        List<Event> events = new ArrayList<>();
        for (int n = from; n < to; n++) {
            String subject = "subject-" + n % 20;
            events.add(new Event("ticket.opened.v1", subject, "42", new Count(subject, n), null));
        }
        await(transactions.inConnection(connection -> outbox.append(connection, events)));
    }

    private long inboxOf(String queue) {
        return await(pool.preparedQuery("select count(*) from inbox where queue = $1")
                        .execute(Tuple.of(queue)))
                .iterator()
                .next()
                .getLong(0);
    }

    private long rowsOfOutbox() {
        return await(pool.query("select count(*) from outbox").execute())
                .iterator()
                .next()
                .getLong(0);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
