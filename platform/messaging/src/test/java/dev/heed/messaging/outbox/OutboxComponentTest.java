package dev.heed.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.messaging.BrokerProbe;
import dev.heed.messaging.Event;
import dev.heed.messaging.Eventually;
import dev.heed.messaging.broker.Broker;
import dev.heed.messaging.broker.BrokerConfig;
import dev.heed.messaging.broker.Publisher;
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
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "messaging"))
class OutboxComponentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Outbox outbox;

    @Inject
    Transactions transactions;

    @Inject
    Broker broker;

    @Inject
    Pool pool;

    @Inject
    OutboxRows rows;

    @Inject
    BrokerConfig config;

    BrokerProbe probe;

    @BeforeEach
    void connect() throws Exception {
        probe = new BrokerProbe(config);
        assertThat(broker.awaitLink(30_000)).isNotNull();
    }

    @AfterEach
    void disconnect() throws Exception {
        probe.close();
    }

    @Test
    void many_events_leave_in_the_order_of_each_subject_and_their_rows_go() throws Exception {
        probe.listen("test.many", "many.v1", Map.of());
        for (int batch = 0; batch < 10; batch++) {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                events.add(event("many.v1", "subject-" + i % 17, batch * 100 + i));
            }
            append(events);
        }

        List<String> bodies = probe.take("test.many", 1000);

        Map<String, Integer> last = new HashMap<>();
        for (String body : bodies) {
            var json = JSON.readTree(body);
            int number = json.at("/data/n").intValue();
            Integer before = last.put(json.path("subject").textValue(), number);
            assertThat(number).isGreaterThan(before == null ? -1 : before);
        }
        assertThat(bodies).hasSize(1000).doesNotHaveDuplicates();
        Eventually.assertThat(() -> assertThat(rowsOf("many.v1")).isZero());
    }

    @Test
    void a_crash_between_the_confirm_and_the_commit_sends_the_event_again() throws Exception {
        probe.listen("test.crash", "crash.v1", Map.of());
        Publisher publisher = Objects.requireNonNull(broker.link()).openPublisher();

        assertThatThrownBy(() -> rows.alone(connection -> {
                    // Under the relay's own lock, so that it cannot be quicker.
                    append(List.of(event("crash.v1", "s", 1)));
                    List<OutboxRow> due = rows.next(connection, 10);
                    Departure departure = new DepartureBoard(publisher::publish, 5, () -> false).send(due);
                    assertThat(departure.confirmed()).hasSize(1);
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");

        List<String> bodies = probe.take("test.crash", 2);
        assertThat(bodies.get(0)).isEqualTo(bodies.get(1));
        Eventually.assertThat(() -> assertThat(rowsOf("crash.v1")).isZero());
    }

    @Test
    void when_it_is_unclear_what_became_of_some_the_rest_is_not_sent() throws Exception {
        Publisher publisher = Objects.requireNonNull(broker.link()).openPublisher();
        publisher.close();
        List<OutboxRow> due = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            due.add(new OutboxRow(i, UUID.randomUUID(), "many.v1", "subject-" + i, "{}", 0));
        }

        Departure departure = new DepartureBoard(publisher::publish, 5, () -> false).send(due);

        assertThat(departure.unclear()).hasSize(5);
        assertThat(departure.confirmed()).isEmpty();
        assertThat(departure.refused()).isEmpty();
    }

    @Test
    void while_another_process_relays_this_one_stands_by() throws Exception {
        probe.listen("test.alone", "alone.v1", Map.of());

        rows.alone(connection -> {
            append(List.of(event("alone.v1", "s", 1)));
            assertThat(run(() -> rows.alone(second -> true))).isFalse();
            assertThat(rowsOf("alone.v1")).isEqualTo(1);
            return false;
        });

        assertThat(probe.take("test.alone", 1)).hasSize(1);
    }

    @Test
    void an_event_that_the_broker_refuses_holds_back_its_own_subject_only() throws Exception {
        probe.listen("test.full", "full.v1", Map.of("x-max-length", 1, "x-overflow", "reject-publish"));
        probe.listen("test.free", "free.v1", Map.of());
        probe.send("heed", "full.v1", "fills the queue");

        append(List.of(event("full.v1", "held", 1), event("free.v1", "held", 2), event("free.v1", "other", 3)));

        assertThat(probe.take("test.free", 1)).singleElement().asString().contains("\"subject\":\"other\"");
        Eventually.assertThat(() -> assertThat(trouble("full.v1")).contains("refused"));
        append(List.of(event("free.v1", "held", 4), event("free.v1", "other", 5)));
        assertThat(probe.take("test.free", 1)).singleElement().asString().contains("\"n\":5");
        Eventually.assertThat(() -> assertThat(rowsOf("free.v1")).isEqualTo(2));

        probe.take("test.full", 1);
        assertThat(probe.take("test.full", 1)).singleElement().asString().contains("\"n\":1");
        List<String> released = probe.take("test.free", 2);
        assertThat(released.get(0)).contains("\"n\":2");
        assertThat(released.get(1)).contains("\"n\":4");
    }

    @Test
    void a_plan_that_was_made_for_an_empty_outbox_does_not_read_it_row_by_row_for_each_row() throws Exception {
        pool.query("vacuum analyze outbox").executeAndAwait();

        rows.alone(connection -> {
            var plan = new StringBuilder();
            connection
                    .query("explain " + OutboxRows.NEXT.replace("$1", "500"))
                    .executeAndAwait()
                    .forEach(row -> plan.append(row.getString(0)).append('\n'));
            assertThat(plan).contains("Index Scan using outbox_pkey").doesNotContain("Seq Scan", "Sort");
            return false;
        });
    }

    @Test
    void an_event_that_nobody_listens_for_is_kept_where_it_is_seen() throws Exception {
        append(List.of(event("nobody.listens.v1", "s", 1)));

        assertThat(probe.take("heed.unrouted", 1)).singleElement().asString().contains("nobody.listens.v1");
        Eventually.assertThat(() -> assertThat(rowsOf("nobody.listens.v1")).isZero());
    }

    private void append(List<Event> events) {
        await(transactions.inConnection(connection -> outbox.append(connection, events)));
    }

    private static Event event(String type, String subject, int n) {
        return new Event(type, subject, "42", Map.of("n", n), null);
    }

    private long rowsOf(String type) {
        return await(pool.preparedQuery("select count(*) from outbox where type = $1")
                        .execute(Tuple.of(type)))
                .iterator()
                .next()
                .getLong(0);
    }

    private String trouble(String type) {
        return String.valueOf(await(pool.preparedQuery(
                                "select string_agg(last_error, ',') from outbox where type = $1 and attempts > 0")
                        .execute(Tuple.of(type)))
                .iterator()
                .next()
                .getString(0));
    }

    private interface Interruptible {
        boolean run() throws InterruptedException;
    }

    private static boolean run(Interruptible work) throws InterruptedException {
        return work.run();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
