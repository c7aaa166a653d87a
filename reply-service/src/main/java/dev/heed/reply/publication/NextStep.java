package dev.heed.reply.publication;

import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.lease.Leases;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.reply.connection.Grant;
import dev.heed.reply.publication.PublicationState.Ready;
import dev.heed.reply.publication.PublicationState.Sending;
import dev.heed.reply.publication.PublicationState.Settling;
import dev.heed.reply.timeline.Sought;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes the account's next due publication and commits what must stand before X is called: {@code Sending} with the
 * lease's epoch.
 *
 * <p>The lease is checked in the same transaction, so a writer that has lost it begins nothing.
 */
@ApplicationScoped
class NextStep {
    /** X's clock may be behind ours. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Leases leases;
    private final Publications publications;
    private final PublicationLog log;
    private final PublicationMeters meters;
    private final PublicationConfig config;
    private final Clock clock = Clock.systemUTC();

    NextStep(
            Transactions transactions,
            Leases leases,
            Publications publications,
            PublicationLog log,
            PublicationMeters meters,
            PublicationConfig config) {
        this.transactions = transactions;
        this.leases = leases;
        this.publications = publications;
        this.log = log;
        this.meters = meters;
        this.config = config;
    }

    Uni<Step> take(String accountId, Lease lease, Grant grant) {
        return transactions.inSession(session -> leases.holds(session, lease)
                .flatMap(ours -> ours
                        ? takeHeld(session, accountId, lease, grant)
                        : Uni.createFrom().item(new Step.Nothing())));
    }

    private Uni<Step> takeHeld(Mutiny.Session session, String accountId, Lease lease, Grant grant) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return publications
                .lockNextDue(session, accountId, now)
                .flatMap((Optional<Publication> found) -> found.isEmpty()
                        ? Uni.createFrom().item(new Step.Nothing())
                        : step(session, found.get(), lease, grant, now));
    }

    private Uni<Step> step(Mutiny.Session session, Publication due, Lease lease, Grant grant, Instant now) {
        return switch (due.state()) {
            case Ready ready
            when grant instanceof Grant.Usable usable -> {
                Sending sending = ready.sending(lease.epoch(), due.reply().textSha256(), now, now.plus(config.lease()));
                yield move(session, due, sending, now).replaceWith(new Step.Call(due.in(sending), usable.bearer()));
            }
            case Ready ready -> done(session, due, ready.held(grant.why(), grant.askAgain(now, config.retry())), now);
            case Settling settling when grant instanceof Grant.Usable usable -> look(session, due, usable);
            case Settling settling -> done(session, due, settling.lookAgain(grant.askAgain(now, config.retry())), now);
            // This process works an account one step at a time, so no call of ours is under way; nor of another's,
            // since
            // its lease had run out before ours began.
            case Sending lost -> {
                meters.unknown();
                yield done(
                        session,
                        due,
                        lost.unknown(
                                UnknownCause.CALLER_LOST,
                                "The process that was posting it ended before it could note what X said.",
                                now,
                                new Settling.Times(config.settle())),
                        now);
            }
            default -> throw new IllegalStateException("Nothing can be due in " + due.state());
        };
    }

    private Uni<Step> look(Mutiny.Session session, Publication due, Grant.Usable grant) {
        Reply reply = due.reply();
        return publications
                .booked(session, reply)
                .map(booked -> new Sought(
                        reply.accountId(),
                        reply.inReplyTo(),
                        reply.text(),
                        reply.intendedAt().minus(SLACK),
                        booked))
                .map(sought -> new Step.Look(due, sought, grant.bearer()));
    }

    private Uni<Step> done(Mutiny.Session session, Publication due, PublicationState next, Instant now) {
        return move(session, due, next, now).replaceWith(new Step.Done());
    }

    private Uni<Void> move(Mutiny.Session session, Publication due, PublicationState next, Instant now) {
        return log.move(session, due, next, now);
    }
}
