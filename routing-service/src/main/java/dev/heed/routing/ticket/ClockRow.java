package dev.heed.routing.ticket;

import dev.heed.routing.clock.ClockKind;
import dev.heed.routing.clock.Clocks;
import dev.heed.routing.clock.RunningTime;
import dev.heed.routing.ticket.life.Ticket;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
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
    int number;

    String kind;
    Instant startedAt;
    Instant dueAt;

    @Nullable
    Instant stoppedAt;

    record Key(UUID ticketId, int number) {}

    static List<ClockRow> of(Ticket ticket) {
        var rows = new ArrayList<ClockRow>();
        for (RunningTime clock : ticket.clocks().all()) {
            var row = new ClockRow();
            row.ticketId = ticket.id().value();
            row.number = rows.size();
            row.kind = clock.kind().word();
            row.startedAt = clock.startedAt();
            row.dueAt = clock.dueAt();
            row.stoppedAt = clock.stoppedAt();
            rows.add(row);
        }
        return rows;
    }

    static Clocks toClocks(Collection<ClockRow> rows) {
        return new Clocks(rows.stream()
                .sorted(Comparator.comparingInt(row -> row.number))
                .map(row -> new RunningTime(ClockKind.of(row.kind), row.startedAt, row.dueAt, row.stoppedAt))
                .toList());
    }
}
