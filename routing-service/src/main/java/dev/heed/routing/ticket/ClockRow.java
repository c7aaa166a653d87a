package dev.heed.routing.ticket;

import dev.heed.routing.clock.ClockKind;
import dev.heed.routing.clock.Clocks;
import dev.heed.routing.clock.RunningTime;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code ticket_clock}. */
@Entity(name = "ClockRow")
@Table(name = "ticket_clock")
@IdClass(ClockRow.Key.class)
@RegisterForReflection
@SuppressWarnings("NullAway.Init") // filled by Hibernate and Jackson, or by of()
class ClockRow {
    @Id
    UUID ticketId;

    @Id
    String kind;

    @Id
    Instant startedAt;

    Instant dueAt;

    @Nullable
    Instant stoppedAt;

    record Key(UUID ticketId, String kind, Instant startedAt) {}

    static List<ClockRow> of(Ticket ticket) {
        return ticket.clocks().all().stream()
                .map(clock -> {
                    var row = new ClockRow();
                    row.ticketId = ticket.id().value();
                    row.kind = clock.kind().word();
                    row.startedAt = clock.startedAt();
                    row.dueAt = clock.dueAt();
                    row.stoppedAt = clock.stoppedAt();
                    return row;
                })
                .toList();
    }

    static Clocks toClocks(Collection<ClockRow> rows) {
        return new Clocks(rows.stream()
                .sorted(Comparator.<ClockRow, Instant>comparing(row -> row.startedAt)
                        .thenComparing(row -> ClockKind.of(row.kind)))
                .map(row -> new RunningTime(ClockKind.of(row.kind), row.startedAt, row.dueAt, row.stoppedAt))
                .toList());
    }
}
