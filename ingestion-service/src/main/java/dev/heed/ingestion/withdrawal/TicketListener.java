package dev.heed.ingestion.withdrawal;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.inlet.Inlets;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Hears how tickets stand: what matters to nobody any longer is not paid for after a month. */
@ApplicationScoped
class TicketListener {

    private final Inlets inlets;
    private final LookUps lookUps;

    TicketListener(Inlets inlets, LookUps lookUps) {
        this.inlets = inlets;
        this.lookUps = lookUps;
    }

    void open(@Observes StartupEvent started) {
        inlets.openBatch("ingestion.tickets", this::hear);
    }

    private Uni<Void> hear(SqlConnection connection, List<Envelope> events) {
        List<LookUps.TicketOf> latest = events.stream()
                .flatMap(TicketStepV2::posts)
                .collect(Collectors.toMap(
                        LookUps.TicketOf::postId,
                        told -> told,
                        BinaryOperator.maxBy(Comparator.comparingLong(LookUps.TicketOf::version))))
                .values()
                .stream()
                .sorted(Comparator.comparing(LookUps.TicketOf::postId))
                .toList();
        return lookUps.tickets(connection, latest);
    }
}
