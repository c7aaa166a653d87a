package dev.heed.messaging.outbox;

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

    private static final String INSERT = """
            insert into outbox (event_id, type, subject, envelope)
            select event_id, type, subject, envelope
              from unnest(cast(%s as uuid[]), cast(%s as text[]), cast(%s as text[]), cast(%s as text[]))
                with ordinality as event (event_id, type, subject, envelope, n)
             order by n
            """;
    private static final String BY_NAME = INSERT.formatted(":ids", ":types", ":subjects", ":envelopes");
    private static final String BY_NUMBER = INSERT.formatted("$1", "$2", "$3", "$4");

    private final String source;
    private final RelaySignal signal;

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
        Rows rows = rows(events);
        return session.createNativeQuery(BY_NAME)
                .setParameter("ids", rows.ids)
                .setParameter("types", rows.types)
                .setParameter("subjects", rows.subjects)
                .setParameter("envelopes", rows.envelopes)
                .executeUpdate()
                .invoke(signal::appended)
                .replaceWithVoid();
    }

    /** Appends to the outbox in the connection's transaction, in the order given, with one statement. */
    public Uni<Void> append(SqlConnection connection, List<Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Rows rows = rows(events);
        return connection
                .preparedQuery(BY_NUMBER)
                .execute(Tuple.of(rows.ids, rows.types, rows.subjects, rows.envelopes))
                .invoke(signal::appended)
                .replaceWithVoid();
    }

    /** The service {@code heed-routing-service} speaks as {@code /heed/routing}. */
    static String sourceOf(String application) {
        return "/heed/" + application.replaceFirst("^heed-", "").replaceFirst("-service$", "");
    }

    /** What is written, a column each. */
    private static final class Rows {
        private final UUID[] ids;
        private final String[] types;
        private final String[] subjects;
        private final String[] envelopes;

        Rows(int size) {
            ids = new UUID[size];
            types = new String[size];
            subjects = new String[size];
            envelopes = new String[size];
        }
    }

    private Rows rows(List<Event> events) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Rows rows = new Rows(events.size());
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            UUID id = UuidV7.next();
            rows.ids[i] = id;
            rows.types[i] = event.type();
            rows.subjects[i] = event.subject();
            rows.envelopes[i] = EnvelopeCodec.encode(event, id, source, now, traceparentOf(event));
        }
        return rows;
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
