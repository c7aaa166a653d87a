package dev.heed.messaging.inlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import dev.heed.messaging.BrokerProbe;
import dev.heed.messaging.Envelope;
import dev.heed.messaging.Event;
import dev.heed.messaging.Eventually;
import dev.heed.messaging.MalformedEvent;
import dev.heed.messaging.Trace;
import dev.heed.messaging.UuidV7;
import dev.heed.messaging.broker.Broker;
import dev.heed.messaging.broker.BrokerConfig;
import dev.heed.messaging.outbox.Outbox;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.testing.RabbitServer;
import dev.heed.testing.RealParts;
import dev.heed.testing.SharedParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a queue of its own, because an inlet stays open for as long as the application runs. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "messaging"))
class InletComponentTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    record Note(String text) {}

    @Inject
    Inlets inlets;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Outbox outbox;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @Inject
    Broker broker;

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
    void an_event_of_a_committed_transaction_is_handled_in_its_trace_and_one_that_is_rolled_back_is_not()
            throws Exception {
        List<Envelope> handled = new CopyOnWriteArrayList<>();
        List<Object> logged = new CopyOnWriteArrayList<>();
        inlets.open("reply.seals", (session, event) -> {
            handled.add(event);
            logged.add(MDC.get("traceId"));
            return session.persist(
                    new NoteRow(event.id(), event.dataAs(Note.class).text()));
        });
        Event event = new Event("entry.sealed.v1", "s-1", "42", new Note("in session"), TRACE);

        await(transactions
                .inSession(session -> outbox.append(session, List.of(event))
                        .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("rolled back"))))
                .onFailure(IllegalStateException.class)
                .recoverWithNull());
        await(transactions.inSession(session -> outbox.append(session, List.of(event))));

        Eventually.assertThat(() -> assertThat(notes("in session")).isEqualTo(1));
        assertThat(handled).hasSize(1);
        assertThat(handled.getFirst().source()).isEqualTo("/heed/messaging");
        assertThat(handled.getFirst().traceparent()).isEqualTo(TRACE);
        assertThat(logged).containsExactly(Trace.traceId(TRACE));
    }

    @Test
    void full_batches_are_handled_one_event_after_the_other() throws Exception {
        String queue = "audit.full";
        probe.channel().queueDeclare(queue, true, false, false, Map.of());
        for (int i = 0; i < 450; i++) {
            probe.channel()
                    .basicPublish(
                            "",
                            queue,
                            MessageProperties.MINIMAL_PERSISTENT_BASIC,
                            note(UuidV7.next(), "full.v1", "s", "full " + i).getBytes(StandardCharsets.UTF_8));
        }

        // A step that is done at once: chained two hundred times, it would overflow the stack.
        inlets.open(
                queue,
                (session, event) -> session.persist(
                        new NoteRow(event.id(), event.dataAs(Note.class).text())));

        Eventually.assertThat(() -> assertThat(notes("full %")).isEqualTo(450));
    }

    @Test
    void a_message_delivered_again_is_handled_once() throws Exception {
        List<UUID> handled = new CopyOnWriteArrayList<>();
        inlets.openBatch("routing.replies", (connection, fresh) -> {
            fresh.forEach(event -> handled.add(event.id()));
            return Uni.createFrom().voidItem();
        });
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            UUID id = i % 4 == 0 ? UuidV7.next() : ids.getLast();
            ids.add(id);
            probe.send("", "routing.replies", note(id, "reply.published.v1", "s" + i, "again"));
        }

        Eventually.assertThat(() -> assertThat(inboxOf("routing.replies")).isEqualTo(10));
        Eventually.assertThat(
                () -> assertThat(probe.waitingIn("routing.replies")).isZero());
        assertThat(handled).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    void what_cannot_be_used_goes_to_the_dead_letters_with_its_reason_and_the_rest_goes_on() throws Exception {
        for (int i = 0; i < 60; i++) {
            probe.send(
                    "heed",
                    "mention.received.v1",
                    switch (i) {
                        case 7 -> "this is not JSON";
                        case 23 -> BrokerProbe.envelope(UuidV7.next(), "mention.received.v1", "s", Map.of("other", 1));
                        case 41 -> note(UuidV7.next(), "mention.received.v1", "s", "poison 40");
                        case 42 -> note(UuidV7.next(), "mention.received.v1", "s", "explode");
                        case 43 -> note(UuidV7.next(), "mention.received.v1", "s", "overflow");
                        default -> note(UuidV7.next(), "mention.received.v1", "s", "poison " + i);
                    });
        }
        AtomicInteger exploded = new AtomicInteger();

        inlets.open("routing.mentions", (session, event) -> {
            String text = event.dataAs(Note.class).text();
            if (text.equals("explode")) {
                exploded.incrementAndGet();
                throw new IllegalStateException("the handler is wrong");
            }
            if (text.equals("overflow")) {
                throw new StackOverflowError("the handler calls itself");
            }
            return session.persist(new NoteRow(event.id(), text)).chain(session::flush);
        });

        Eventually.assertThat(() -> assertThat(notes("poison %")).isEqualTo(55));
        Eventually.assertThat(
                () -> assertThat(probe.waitingIn("routing.mentions.dead")).isEqualTo(5));
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            GetResponse dead = Objects.requireNonNull(probe.take("routing.mentions.dead"));
            Map<String, Object> headers = dead.getProps().getHeaders();
            assertThat(headers.get("x-heed-queue")).hasToString("routing.mentions");
            reasons.add(String.valueOf(headers.get("x-heed-reason")));
        }
        assertThat(reasons)
                .anySatisfy(reason -> assertThat(reason).isEqualTo("the body is not JSON"))
                .anySatisfy(reason -> assertThat(reason).isEqualTo("data.text is missing"))
                .anySatisfy(reason -> assertThat(reason).contains("the handler is wrong"))
                .anySatisfy(reason -> assertThat(reason).contains("the handler calls itself"))
                .anySatisfy(reason -> assertThat(reason).contains("note_text_key"));
        assertThat(exploded).hasValueGreaterThanOrEqualTo(3);
        assertThat(probe.waitingIn("routing.mentions")).isZero();
    }

    @Test
    void a_batch_handler_that_fails_on_one_event_gets_the_others_again_without_it() throws Exception {
        for (int i = 0; i < 30; i++) {
            probe.send("", "audit.tickets", note(UuidV7.next(), "ticket.opened.v1", "s", "batch " + i));
        }
        inlets.openBatch("audit.tickets", (connection, fresh) -> {
            List<Tuple> rows = new ArrayList<>();
            for (Envelope event : fresh) {
                String text = event.dataAs(Note.class).text();
                if (text.equals("batch 17")) {
                    throw new MalformedEvent("seventeen");
                }
                rows.add(Tuple.of(event.id(), text));
            }
            return connection
                    .preparedQuery("insert into note (id, text) values ($1, $2)")
                    .executeBatch(rows)
                    .replaceWithVoid();
        });

        Eventually.assertThat(() -> assertThat(notes("batch %")).isEqualTo(29));
        Eventually.assertThat(
                () -> assertThat(probe.waitingIn("audit.tickets.dead")).isEqualTo(1));
    }

    @Test
    void a_dead_letter_is_given_back_when_a_person_says_so() throws Exception {
        AtomicBoolean repaired = new AtomicBoolean();
        inlets.open(
                "audit.replies",
                (session, event) -> repaired.get()
                        ? session.persist(
                                new NoteRow(event.id(), event.dataAs(Note.class).text()))
                        : Uni.createFrom().failure(new MalformedEvent("not yet understood")));
        for (int i = 0; i < 3; i++) {
            probe.send("", "audit.replies", note(UuidV7.next(), "reply.intended.v1", "s", "dead " + i));
        }
        Eventually.assertThat(
                () -> assertThat(probe.waitingIn("audit.replies.dead")).isEqualTo(3));
        repaired.set(true);

        int first = await(deadLetters.replay("audit.replies", 2));
        int rest = await(deadLetters.replay("audit.replies", 100));

        assertThat(first).isEqualTo(2);
        assertThat(rest).isEqualTo(1);
        Eventually.assertThat(() -> assertThat(notes("dead %")).isEqualTo(3));
        assertThat(probe.waitingIn("audit.replies.dead")).isZero();
    }

    @Test
    void while_the_database_cannot_be_used_the_batch_waits_and_nothing_is_dead() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        inlets.openBatch("reply.tickets", (connection, fresh) -> switch (attempts.incrementAndGet()) {
            case 1, 2 ->
                connection
                        .preparedQuery("select pg_terminate_backend(pg_backend_pid())")
                        .execute()
                        .replaceWithVoid();
            case 3 ->
                connection
                        .preparedQuery("do $$ begin raise exception 'full' using errcode = '53100'; end $$")
                        .execute()
                        .replaceWithVoid();
            default -> Uni.createFrom().voidItem();
        });

        probe.send("", "reply.tickets", note(UuidV7.next(), "ticket.opened.v1", "s", "patient"));

        Eventually.assertThat(() -> assertThat(inboxOf("reply.tickets")).isPositive());
        assertThat(attempts.get()).isGreaterThanOrEqualTo(4);
        assertThat(probe.waitingIn("reply.tickets.dead")).isZero();
    }

    @Test
    void a_batch_whose_connection_is_lost_before_its_commit_is_delivered_again() throws Exception {
        String queue = "audit.lost";
        probe.channel().queueDeclare(queue, true, false, false, Map.of());
        AtomicBoolean passed = new AtomicBoolean();
        AtomicInteger attempts = new AtomicInteger();
        inlets.openBatch(queue, (connection, fresh) -> {
            attempts.incrementAndGet();
            return passed.get() ? Uni.createFrom().voidItem() : Uni.createFrom().failure(new IOException("an outage"));
        });
        probe.send("", queue, note(UuidV7.next(), "lost.v1", "s", "lost"));
        Eventually.assertThat(() -> assertThat(attempts).hasPositiveValue());

        Eventually.assertThat(() -> {
            closeConnectionsOf(queue);
            assertThat(consuming(queue)).isFalse();
        });
        passed.set(true);

        Eventually.assertThat(() -> assertThat(inboxOf(queue)).isEqualTo(1));
    }

    @Test
    void a_queue_deleted_under_its_consumer_comes_back_and_is_consumed() throws Exception {
        String queue = "audit.extra";
        probe.channel().queueDeclare(queue, true, false, false, Map.of());
        inlets.openBatch(queue, (connection, fresh) -> Uni.createFrom().voidItem());
        probe.send("", queue, note(UuidV7.next(), "extra.v1", "s", "before"));
        Eventually.assertThat(() -> assertThat(inboxOf(queue)).isEqualTo(1));

        probe.channel().queueDelete(queue);
        Eventually.assertThat(() -> assertThat(consuming(queue)).isFalse());
        probe.channel().queueDeclare(queue, true, false, false, Map.of());

        probe.send("", queue, note(UuidV7.next(), "extra.v1", "s", "after"));
        Eventually.assertThat(() -> assertThat(inboxOf(queue)).isEqualTo(2));
        assertThat(consuming("routing.mentions")).isEqualTo(opened("routing.mentions"));
    }

    /** As an operator would, in the management interface. */
    private void closeConnectionsOf(String queue) throws IOException {
        RabbitServer rabbit = SharedParts.rabbit();
        String path = "/api/vhosts/" + config.vhost() + "/connections";
        for (JsonNode open :
                new ObjectMapper().readTree(rabbit.management("GET", path, "").body())) {
            if (open.path("user_provided_name").asText().endsWith(" in " + queue)) {
                String name = URLEncoder.encode(open.path("name").textValue(), StandardCharsets.UTF_8);
                rabbit.management("DELETE", "/api/connections/" + name.replace("+", "%20"), "");
            }
        }
    }

    private boolean consuming(String queue) {
        return inlets.opened().stream().anyMatch(inlet -> inlet.queue().equals(queue) && inlet.isConsuming());
    }

    private boolean opened(String queue) {
        return inlets.opened().stream().anyMatch(inlet -> inlet.queue().equals(queue));
    }

    private static String note(UUID id, String type, String subject, String text) {
        return BrokerProbe.envelope(id, type, subject, new Note(text));
    }

    private long notes(String pattern) {
        return count("select count(*) from note where text like $1", pattern);
    }

    private long inboxOf(String queue) {
        return count("select count(*) from inbox where queue = $1", queue);
    }

    private long count(String sql, String argument) {
        return await(pool.preparedQuery(sql).execute(Tuple.of(argument)))
                .iterator()
                .next()
                .getLong(0);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
