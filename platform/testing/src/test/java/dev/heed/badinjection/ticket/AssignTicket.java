package dev.heed.badinjection.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Gets its clock behind its constructor's back. */
@ApplicationScoped
class AssignTicket {
    @Inject
    @SuppressWarnings("NullAway") // The fixture is bad on purpose.
    Clock clock;
}
