package dev.heed.goodhouse.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** A use case: it has a clock and hands the time in. */
@ApplicationScoped
class ClaimTicket {
    private final Clock clock;

    ClaimTicket(Clock clock) {
        this.clock = clock;
    }

    Optional<Ticket> of(String id) {
        return Optional.of(new Ticket(id, clock.instant()));
    }
}
