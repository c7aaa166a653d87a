package dev.heed.ingestion.withdrawal;

import dev.heed.messaging.Envelope;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What this service reads of any {@code ticket.*}: whether the posts of a ticket still matter. */
@RegisterForReflection
record TicketStepV2(TicketV2 ticket) {

    private static final Set<String> OPEN = Set.of("waiting", "assigned", "claimed");

    @RegisterForReflection
    record TicketV2(long version, String status, List<String> postIds) {}

    static Stream<LookUps.TicketOf> posts(Envelope event) {
        TicketV2 ticket = event.dataAs(TicketStepV2.class).ticket();
        boolean ended = !OPEN.contains(ticket.status());
        return ticket.postIds().stream().map(id -> new LookUps.TicketOf(id, ticket.version(), ended));
    }
}
