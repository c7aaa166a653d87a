package dev.heed.routing.ticket;

import dev.heed.messaging.Trace;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketChange;
import java.util.Collection;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * One log line for each change of a ticket, under the trace of the mention that it goes back to.
 *
 * <p>Names who, what and by which rule; never what people wrote.
 */
public final class TicketLog {

    private static final Logger LOG = Logger.getLogger(TicketLog.class);
    private static final String TRACE_ID = "traceId";

    private TicketLog() {}

    /** Tells of changes, in order. */
    public static void tell(Collection<TicketChange> changes) {
        changes.forEach(TicketLog::tell);
    }

    static void tell(TicketChange change) {
        @Nullable Object outer = MDC.get(TRACE_ID);
        MDC.put(TRACE_ID, Trace.traceId(change.traceparent()));
        try {
            Ticket ticket = change.ticket();
            LOG.infof(
                    "ticket %s %s by %s, now %s, owner %s (%s by rule %s)",
                    ticket.id(),
                    change.what().word(),
                    change.by() == null ? change.what().cause() : change.by(),
                    ticket.state().status(),
                    ticket.state().owner().orElse("nobody"),
                    ticket.decision().kind(),
                    ticket.decision().rule());
        } finally {
            if (outer == null) {
                MDC.remove(TRACE_ID);
            } else {
                MDC.put(TRACE_ID, outer);
            }
        }
    }
}
