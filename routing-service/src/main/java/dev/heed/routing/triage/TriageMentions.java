package dev.heed.routing.triage;

import dev.heed.routing.assignment.Owners;
import dev.heed.routing.assignment.Roster;
import dev.heed.routing.policy.ActivePolicy;
import dev.heed.routing.policy.EscalationPath;
import dev.heed.routing.policy.Policy;
import dev.heed.routing.ticket.Posts;
import dev.heed.routing.ticket.StandingPosts;
import dev.heed.routing.ticket.TicketBatch;
import dev.heed.routing.ticket.TicketLog;
import dev.heed.routing.ticket.TicketMetrics;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Puts heard posts on their tickets, decided and owned, in its caller's transaction and in a dozen statements a batch. */
@ApplicationScoped
class TriageMentions {

    private final ActivePolicy active;
    private final Posts posts;
    private final StandingPosts standing;
    private final TicketBatch tickets;
    private final Owners owners;
    private final TicketMetrics metrics;
    private final InstantSource time;

    TriageMentions(
            ActivePolicy active,
            Posts posts,
            StandingPosts standing,
            TicketBatch tickets,
            Owners owners,
            TicketMetrics metrics,
            InstantSource time) {
        this.active = active;
        this.posts = posts;
        this.standing = standing;
        this.tickets = tickets;
        this.owners = owners;
        this.metrics = metrics;
        this.time = time;
    }

    /**
     * Works the posts from the oldest; those that are on a ticket already, or were withdrawn, are left alone. The caller
     * holds one of the locks of {@link Posts}.
     */
    Uni<Void> triage(SqlConnection connection, List<HeardPost> heard) {
        var byFirst = new LinkedHashMap<String, HeardPost>();
        heard.forEach(post -> byFirst.putIfAbsent(post.version().firstId(), post));
        return byFirst.isEmpty()
                ? Uni.createFrom().voidItem()
                : posts.keepNew(connection, byFirst.values()).chain(kept -> {
                    List<HeardPost> fresh = kept.stream()
                            .sorted(Comparator.comparing(HeardPost::createdAt).thenComparing(HeardPost::id))
                            .toList();
                    return fresh.isEmpty() ? Uni.createFrom().voidItem() : open(connection, fresh);
                });
    }

    /** Decides again on posts that their authors changed, as far as X still shows them. The caller holds the changing lock. */
    Uni<Void> decideAgain(SqlConnection connection, Collection<String> changed) {
        return standing.of(connection, changed)
                .chain(posts -> posts.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tickets.lockAll(
                                        connection,
                                        posts.stream().map(HeardPost::ticketId).toList())
                                .chain(existing -> work(connection, posts, existing, Triage::hearAgain)));
    }

    private Uni<Void> open(SqlConnection connection, List<HeardPost> fresh) {
        return tickets.lock(connection, fresh).chain(existing -> work(connection, fresh, existing, Triage::hear));
    }

    private Uni<Void> work(
            SqlConnection connection,
            List<HeardPost> posts,
            Map<TicketId, Ticket> existing,
            BiConsumer<Triage, HeardPost> hear) {
        Policy policy = active.current();
        return tickets.knownOwners(connection, posts)
                .chain(known -> owners.lock(connection, everybody(policy)).chain(roster -> {
                    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
                    var triage = new Triage(policy, existing, roster, known, now);
                    posts.forEach(post -> hear.accept(triage, post));
                    return save(connection, triage, roster);
                }));
    }

    private Uni<Void> save(SqlConnection connection, Triage triage, Roster roster) {
        return tickets.save(connection, triage.changes())
                .chain(() -> posts.keepEvidence(connection, triage.evidence()))
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
