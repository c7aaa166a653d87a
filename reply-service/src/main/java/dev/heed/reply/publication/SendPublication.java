package dev.heed.reply.publication;

import dev.heed.messaging.outbox.Transactions;
import dev.heed.reply.connection.AccountTokens;
import dev.heed.reply.draft.ReplyId;
import dev.heed.reply.publication.PublicationState.Sending;
import dev.heed.reply.publication.PublicationState.Settling;
import dev.heed.reply.publication.PublicationState.Unknown;
import dev.heed.x.RateLimit;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import dev.heed.x.XApi;
import dev.heed.x.XConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Posts a publication that is committed as Sending, and writes down what X said.
 *
 * <p>Between X's answer and its writing nothing else can fail. If the writing itself fails it is tried again; if the process
 * ends, the row stays Sending and is reconciled.
 */
@ApplicationScoped
class SendPublication {
    private static final Logger LOG = Logger.getLogger(SendPublication.class);

    private final XApi x;
    private final XConfig xConfig;
    private final Transactions transactions;
    private final Publications publications;
    private final PublicationLog log;
    private final PublicationMeters meters;
    private final AccountTokens tokens;
    private final PublicationConfig config;
    private final Clock clock = Clock.systemUTC();

    SendPublication(
            XApi x,
            XConfig xConfig,
            Transactions transactions,
            Publications publications,
            PublicationLog log,
            PublicationMeters meters,
            AccountTokens tokens,
            PublicationConfig config) {
        this.x = x;
        this.xConfig = xConfig;
        this.transactions = transactions;
        this.publications = publications;
        this.log = log;
        this.meters = meters;
        this.tokens = tokens;
        this.config = config;
    }

    /** @param leaseEnds by {@link System#nanoTime()}: a call that could outlast it is not begun */
    Uni<Void> send(Step.Call call, long leaseEnds) {
        Reply reply = call.publication().reply();
        if (leaseEnds - System.nanoTime() < xConfig.timeout().toNanos()) {
            return conclude(call, new XAnswer.Limited<>(clock.instant(), "not called: the lease was about to end"));
        }
        return x.createPost(reply.text(), reply.inReplyTo(), call.bearer())
                .onFailure()
                .recoverWithItem(broken -> new XAnswer.Unclear<>("the call broke: " + broken))
                .flatMap(answer -> conclude(call, answer).flatMap(concluded -> renewIfRejected(call, answer)));
    }

    private Uni<Void> conclude(Step.Call call, XAnswer<String> answer) {
        return transactions
                .inSession(session -> publications
                        .lock(session, call.publication().reply().id())
                        .map(Optional::orElseThrow)
                        .flatMap(current -> conclude(session, call, current, answer)))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("Reply %s: X's answer is not written yet: %s", id(call), failure.toString()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1))
                .atMost(6)
                .invoke(next ->
                        next.ifPresent(state -> meters.ended(call.publication().reply(), state)))
                .replaceWithVoid();
    }

    private Uni<Optional<PublicationState>> conclude(
            Mutiny.Session session, Step.Call call, Publication current, XAnswer<String> answer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<PublicationState> next = next(call, current.state(), answer, now);
        Uni<Void> moved = next.map(state -> log.move(session, current, state, now))
                .orElseGet(() -> Uni.createFrom().voidItem());
        return moved.flatMap(written -> keepPace(session, current.reply(), answer))
                .replaceWith(next);
    }

    private Optional<PublicationState> next(
            Step.Call call, PublicationState current, XAnswer<String> answer, Instant now) {
        if (current.equals(call.publication().state()) && current instanceof Sending sending) {
            Settling.Times times = new Settling.Times(config.settle());
            return Optional.of(new Conclusion(now, config.retry(), times).of(sending, answer));
        }
        if (answer instanceof XAnswer.Given<String> given) {
            LOG.warnf("Reply %s: X's answer came after this writer was replaced (post %s)", id(call), given.value());
            return current instanceof Unknown unknown
                    ? Optional.of(unknown.answeredLate(given.value(), now))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** Obeys X's limit before it bites: the last call of a window is the signal, not the first refusal. */
    private Uni<Void> keepPace(Mutiny.Session session, Reply reply, XAnswer<String> answer) {
        Optional<Instant> until = switch (answer) {
            case XAnswer.Given<String>(String post, RateLimit limit)
            when limit.known() && limit.remaining() <= 0 -> Optional.of(limit.reset());
            case XAnswer.Limited<String> limited -> Optional.of(limited.until());
            default -> Optional.empty();
        };
        return until.map(end -> publications.slowDown(session, reply.accountId(), end))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> renewIfRejected(Step.Call call, XAnswer<String> answer) {
        return answer instanceof XAnswer.Refused<String> refused && refused.refusal() == Refusal.UNAUTHORIZED
                ? tokens.rejected(call.publication().reply().accountId(), call.bearer())
                : Uni.createFrom().voidItem();
    }

    private static ReplyId id(Step.Call call) {
        return call.publication().reply().id();
    }
}
