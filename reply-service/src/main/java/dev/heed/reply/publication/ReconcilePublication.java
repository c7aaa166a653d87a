package dev.heed.reply.publication;

import dev.heed.messaging.outbox.Transactions;
import dev.heed.reply.connection.AccountTokens;
import dev.heed.reply.publication.PublicationState.Settling;
import dev.heed.reply.timeline.Reading;
import dev.heed.reply.timeline.Timeline;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds out what became of a call whose outcome is unknown, by reading the account's own timeline. */
@ApplicationScoped
class ReconcilePublication {
    private final Timeline timeline;
    private final Transactions transactions;
    private final Publications publications;
    private final PublicationLog log;
    private final PublicationMeters meters;
    private final AccountTokens tokens;
    private final PublicationConfig config;
    private final Clock clock = Clock.systemUTC();

    ReconcilePublication(
            Timeline timeline,
            Transactions transactions,
            Publications publications,
            PublicationLog log,
            PublicationMeters meters,
            AccountTokens tokens,
            PublicationConfig config) {
        this.timeline = timeline;
        this.transactions = transactions;
        this.publications = publications;
        this.log = log;
        this.meters = meters;
        this.tokens = tokens;
        this.config = config;
    }

    Uni<Void> look(Step.Look look) {
        Instant begun = now();
        return timeline.look(look.sought(), look.bearer())
                .flatMap(reading -> transactions
                        .inSession(session -> publications
                                .lock(session, look.publication().reply().id())
                                .map(Optional::orElseThrow)
                                .flatMap(current -> conclude(session, look, current, reading, begun)))
                        .flatMap(next -> renewIfDenied(look, reading)));
    }

    private Uni<Void> conclude(
            Mutiny.Session session, Step.Look look, Publication current, Reading reading, Instant begun) {
        // A lead, or X's late answer, may have settled it while we were reading.
        if (!current.equals(look.publication()) || !(current.state() instanceof Settling settling)) {
            return Uni.createFrom().voidItem();
        }
        Instant now = now();
        PublicationState next =
                settling.read(reading, begun, now.plus(config.retry()), new Settling.Times(config.settle()));
        boolean news = next.getClass() != settling.getClass();
        return log.move(session, current, next, now).invoke(() -> {
            if (news) {
                meters.ended(current.reply(), next);
            }
        });
    }

    private Uni<Void> renewIfDenied(Step.Look look, Reading reading) {
        return reading instanceof Reading.Denied
                ? tokens.rejected(look.publication().reply().accountId(), look.bearer())
                : Uni.createFrom().voidItem();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
