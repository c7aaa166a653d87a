package dev.heed.routing.ticket;

import dev.heed.routing.ticket.life.TicketChange;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code ticket_history}: one line for each version of a ticket. */
@Entity(name = "HistoryRow")
@Table(name = "ticket_history")
@IdClass(HistoryRow.Key.class)
@RegisterForReflection
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by of()
class HistoryRow {
    @Id
    UUID ticketId;

    @Id
    long version;

    Instant at;
    String what;
    String who;

    @Nullable
    String why;

    record Key(UUID ticketId, long version) {}

    static HistoryRow of(TicketChange change) {
        var row = new HistoryRow();
        row.ticketId = change.ticket().id().value();
        row.version = change.ticket().version();
        row.at = change.at();
        row.what = change.what().word();
        row.who = change.by() == null ? change.what().cause() : change.by();
        row.why = change.why();
        return row;
    }
}
