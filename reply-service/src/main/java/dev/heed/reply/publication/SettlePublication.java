package dev.heed.reply.publication;

import dev.heed.messaging.outbox.Transactions;
import dev.heed.reply.draft.ReplyId;
import dev.heed.reply.publication.PublicationState.Unknown;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.reactive.mutiny.Mutiny;

/** A lead says what became of a publication that nothing else could tell, and why they know. */
@ApplicationScoped
class SettlePublication {
    private final Transactions transactions;
    private final Publications publications;
    private final PublicationLog log;
    private final PublicationMeters meters;
    private final Clock clock = Clock.systemUTC();

    SettlePublication(
            Transactions transactions, Publications publications, PublicationLog log, PublicationMeters meters) {
        this.transactions = transactions;
        this.publications = publications;
        this.log = log;
        this.meters = meters;
    }

    /** What the lead says. */
    sealed interface Word {
        record IsOnX(String postId) implements Word {}

        record IsNotOnX() implements Word {}
    }

    /** What came of it. */
    sealed interface Answer {
        record Settled(Publication publication) implements Answer {}

        record NoSuchPublication(ReplyId id) implements Answer {}

        record NotUnknown(Publication publication) implements Answer {}

        record PostOfAnotherReply(String postId) implements Answer {}
    }

    Uni<Answer> settle(ReplyId id, Word word, String lead, String why) {
        return transactions.inSession(session -> publications
                .lock(session, id)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(new Answer.NoSuchPublication(id))
                        : settle(session, found.get(), word, lead, why)));
    }

    private Uni<Answer> settle(Mutiny.Session session, Publication current, Word word, String lead, String why) {
        if (!(current.state() instanceof Unknown unknown)) {
            return Uni.createFrom().item(new Answer.NotUnknown(current));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Settlement by = new Settlement(lead, why, now);
        return switch (word) {
            case Word.IsNotOnX no -> move(session, current, unknown.settledAsAbsent(by), now);
            case Word.IsOnX post ->
                publications
                        .isBooked(session, post.postId())
                        .flatMap(booked -> booked
                                ? Uni.createFrom().item(new Answer.PostOfAnotherReply(post.postId()))
                                : move(session, current, unknown.settledAsPublished(post.postId(), by), now));
        };
    }

    private Uni<Answer> move(Mutiny.Session session, Publication current, PublicationState next, Instant now) {
        return log.move(session, current, next, now)
                .invoke(() -> meters.ended(current.reply(), next))
                .replaceWith(new Answer.Settled(current.in(next)));
    }
}
