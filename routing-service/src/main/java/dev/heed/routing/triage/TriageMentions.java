package dev.heed.routing.triage;

import dev.heed.routing.assignment.Owners;
import dev.heed.routing.assignment.Roster;
import dev.heed.routing.policy.ActivePolicy;
import dev.heed.routing.policy.EscalationPath;
import dev.heed.routing.policy.Policy;
import dev.heed.routing.ticket.HeardPost;
import dev.heed.routing.ticket.KnownOwners;
import dev.heed.routing.ticket.Ticket;
import dev.heed.routing.ticket.TicketBatch;
import dev.heed.routing.ticket.TicketId;
import dev.heed.routing.ticket.TicketLog;
import dev.heed.routing.ticket.TicketMetrics;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts heard posts on their tickets, decided and owned, in its caller's transaction and in a dozen statements a batch. */
@ApplicationScoped
class TriageMentions {

    private final ActivePolicy active;
    private final TicketBatch tickets;
    private final Owners owners;
    private final TicketMetrics metrics;
    private final InstantSource time;

    TriageMentions(ActivePolicy active, TicketBatch tickets, Owners owners, TicketMetrics metrics, InstantSource time) {
        this.active = active;
        this.tickets = tickets;
        this.owners = owners;
        this.metrics = metrics;
        this.time = time;
    }

    /** Works the posts from the oldest; those that are on a ticket already are left alone. */
    Uni<Void> triage(SqlConnection connection, List<HeardPost> heard) {
        var posts = new LinkedHashMap<String, HeardPost>();
        heard.forEach(post -> posts.putIfAbsent(post.id(), post));
        return tickets.keepNewPosts(connection, posts.values()).chain(kept -> {
            List<HeardPost> fresh = posts.values().stream()
                    .filter(post -> kept.contains(post.id()))
                    .sorted(Comparator.comparing(HeardPost::createdAt).thenComparing(HeardPost::id))
                    .toList();
            return fresh.isEmpty() ? Uni.createFrom().voidItem() : open(connection, fresh);
        });
    }

    private Uni<Void> open(SqlConnection connection, List<HeardPost> posts) {
        Policy policy = active.current();
        return tickets.lock(connection, posts)
                .chain(existing -> tickets.knownOwners(connection, posts)
                        .chain(known -> owners.lock(connection, everybody(policy))
                                .chain(roster -> work(connection, policy, posts, existing, roster, known))));
    }

    private Uni<Void> work(
            SqlConnection connection,
            Policy policy,
            List<HeardPost> posts,
            Map<TicketId, Ticket> existing,
            Roster roster,
            KnownOwners known) {
        var triage = new Triage(policy, existing, roster, known, time.instant().truncatedTo(ChronoUnit.MILLIS));
        posts.forEach(triage::hear);
        return tickets.save(connection, triage.changes())
                .chain(() -> owners.save(connection, roster))
                .invoke(() -> {
                    metrics.happened(triage.changes());
                    TicketLog.tell(triage.changes());
                });
    }

    private static List<String> everybody(Policy policy) {
        return policy.path().tiers().stream()
                .map(EscalationPath.Tier::owners)
                .flatMap(Collection::stream)
                .toList();
    }
}
