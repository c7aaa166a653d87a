package dev.heed.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.heed.messaging.EnvelopeCodec;
import dev.heed.messaging.Event;
import dev.heed.messaging.Trace;
import dev.heed.messaging.UuidV7;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Where events are written beside the state change that they tell of.
 *
 * <p>Belongs inside the caller's transaction: both happen or neither does. Append after the aggregate was read or locked, so
 * that the positions of one subject rise with its versions.
 */
@ApplicationScoped
public class Outbox {

    private static final String ROWS = """
             from json_to_recordset(cast(cast(%s as text) as json))
               as event(n int, event_id uuid, type text, subject text, envelope text)
            order by n
            """;
    private static final String INSERT =
            "insert into outbox (event_id, type, subject, envelope) select event_id, type, subject, envelope" + ROWS;

    private final String source;
    private final RelaySignal signal;
    private final ObjectMapper json = new ObjectMapper();

    @Inject
    Outbox(@ConfigProperty(name = "quarkus.application.name") String application, RelaySignal signal) {
        this.source = sourceOf(application);
        this.signal = signal;
    }

    /** Appends to the outbox in the session's transaction, in the order given. */
    public Uni<Void> append(Mutiny.Session session, List<Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(INSERT.formatted(":events"))
                .setParameter("events", rows(events))
                .executeUpdate()
                .invoke(signal::appended)
                .replaceWithVoid();
    }

    /** Appends to the outbox in the connection's transaction, in the order given, with one statement. */
    public Uni<Void> append(SqlConnection connection, List<Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(INSERT.formatted("$1"))
                .execute(Tuple.of(rows(events)))
                .invoke(signal::appended)
                .replaceWithVoid();
    }

    /** The service {@code heed-routing-service} speaks as {@code /heed/routing}. */
    static String sourceOf(String application) {
        return "/heed/" + application.replaceFirst("^heed-", "").replaceFirst("-service$", "");
    }

    private String rows(List<Event> events) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ArrayNode rows = json.createArrayNode();
        for (Event event : events) {
            UUID id = UuidV7.next();
            rows.addObject()
                    .put("n", rows.size())
                    .put("event_id", id.toString())
                    .put("type", event.type())
                    .put("subject", event.subject())
                    .put("envelope", EnvelopeCodec.encode(event, id, source, now, traceparentOf(event)));
        }
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String traceparentOf(Event event) {
        String given = event.traceparent();
        if (given != null && Trace.isValid(given)) {
            return given;
        }
        SpanContext running = Span.current().getSpanContext();
        return running.isValid()
                ? "00-" + running.getTraceId() + "-" + running.getSpanId() + "-"
                        + running.getTraceFlags().asHex()
                : Trace.continueFrom(null);
    }
}
