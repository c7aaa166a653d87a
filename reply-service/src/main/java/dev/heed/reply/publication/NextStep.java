package dev.heed.reply.publication;

import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.lease.Leases;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.reply.connection.Grant;
import dev.heed.reply.conversation.Conversations;
import dev.heed.reply.guard.Check;
import dev.heed.reply.guard.WithdrawnPostGuard;
import dev.heed.reply.publication.PublicationState.Ready;
import dev.heed.reply.publication.PublicationState.Sending;
import dev.heed.reply.publication.PublicationState.Settling;
import dev.heed.reply.timeline.Sought;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final Leases leases;
    private final Conversations conversations;
    private final Publications publications;
    private final PublicationLog log;
    private final PublicationMeters meters;
    private final PublicationConfig config;
    private final Clock clock = Clock.systemUTC();

    NextStep(
            Transactions transactions,
            Leases leases,
            Conversations conversations,
            Publications publications,
            PublicationLog log,
            PublicationMeters meters,
            PublicationConfig config) {
        this.transactions = transactions;
        this.leases = leases;
        this.conversations = conversations;
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
        return grant instanceof Grant.Usable usable
                ? publications
                        .lockNextDue(session, accountId, now)
                        .flatMap((Optional<Publication> found) -> found.isEmpty()
                                ? Uni.createFrom().item(new Step.Nothing())
                                : step(session, found.get(), lease, usable, now))
                : publications
                        .lockDue(session, accountId, now, AT_ONCE)
                        .flatMap(found -> found.isEmpty()
                                ? Uni.createFrom().item(new Step.Nothing())
                                : hold(session, found, grant, now));
    }

    private Uni<Step> step(Mutiny.Session session, Publication due, Lease lease, Grant.Usable grant, Instant now) {
        return switch (due.state()) {
            case Ready ready ->
                withdrawal(session, due.reply())
                        .flatMap(withdrawn -> withdrawn
                                .map(check -> log.move(session, due, ready.withdrawn(check.reason(), now), now)
                                        .<Step>replaceWith(new Step.Done()))
                                .orElseGet(() -> send(session, due, ready, lease, grant, now)));
            case Settling settling -> look(session, due, grant);
            case Sending sending ->
                log.move(session, due, lost(sending, now), now).replaceWith(new Step.Done());
            default -> throw new IllegalStateException("Nothing can be due in " + due.state());
        };
    }

    private Uni<Step> send(
            Mutiny.Session session, Publication due, Ready ready, Lease lease, Grant.Usable grant, Instant now) {
        Sending sending = ready.sending(lease.epoch(), due.reply().textSha256(), now, now.plus(config.lease()));
        return log.move(session, due, sending, now).replaceWith(new Step.Call(due.in(sending), grant.bearer()));
    }

    /** A reply may wait for hours; the guards looked when it was handed over. */
    private Uni<Optional<Check>> withdrawal(Mutiny.Session session, Reply reply) {
        return conversations
                .find(session, reply.ticketId())
                .map(found -> found.filter(conversation -> conversation.isWithdrawn(reply.inReplyTo()))
                        .map(conversation -> WithdrawnPostGuard.check(true)));
    }

    /** Without the right to act as the account everything of it waits, and says why. */
    private Uni<Step> hold(Mutiny.Session session, List<Publication> due, Grant grant, Instant now) {
        Instant until = grant.askAgain(now, config.retry());
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(publication -> {
                    PublicationState next = switch (publication.state()) {
                        case Ready ready -> ready.held(grant.why(), until);
                        case Settling settling -> settling.lookAgain(until);
                        case Sending sending -> lost(sending, now);
                        default -> throw new IllegalStateException("Nothing can be due in " + publication.state());
                    };
                    return log.move(session, publication, next, now);
                })
                .collect()
                .asList()
                .replaceWith(new Step.Done());
    }

    /**
     * This process works an account one step at a time, so the call is none of ours that is still under way; nor another
     * process's, since its lease had run out before ours began.
     */
    private Settling lost(Sending sending, Instant now) {
        meters.unknown();
        return sending.unknown(
                UnknownCause.CALLER_LOST,
                "The process that was posting it ended before it could note what X said.",
                now,
                new Settling.Times(config.settle()));
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
}
