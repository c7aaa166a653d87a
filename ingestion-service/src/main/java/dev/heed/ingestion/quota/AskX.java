package dev.heed.ingestion.quota;

import dev.heed.x.XAnswer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one door to X: every call of this service goes through here, so that limits and budgets are obeyed before X has to
 * say so, and what each call costs is written down, whatever becomes of what it gave.
 */
@ApplicationScoped
public class AskX {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
    /** How long a call stands in line behind others; longer than X may take to answer one. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Quotas quotas;
    private final Till till;
    private final Vertx vertx;
    private final Clock clock;

    AskX(Quotas quotas, Till till, Vertx vertx, Clock clock) {
        this.quotas = quotas;
        this.till = till;
        this.vertx = vertx;
        this.clock = clock;
    }

    /**
     * @param call asks X when it is subscribed to
     * @param reads what X bills for in what it gave
     */
    public <T> Uni<Asked<T>> ask(Ask ask, Supplier<Uni<XAnswer<T>>> call, Function<T, Reads> reads) {
        return Uni.createFrom()
                .deferred(() -> till.open(ask))
                .chain(() -> enter(ask, call, reads, clock.instant().plus(PATIENCE)));
    }

    private <T> Uni<Asked<T>> enter(
            Ask ask, Supplier<Uni<XAnswer<T>>> call, Function<T, Reads> reads, Instant patience) {
        Instant now = clock.instant();
        Optional<Till.Empty> empty = till.refuses(ask, now);
        if (empty.isPresent()) {
            return notNow(empty.get().until(), empty.get().why());
        }
        return switch (quotas.admit(ask)) {
            case Pass.Granted pass ->
                made(pass, call).call(answer -> book(ask, answer, reads)).map(Asked.Answered::new);
            case Pass.Spent(Instant until) ->
                notNow(until, "X's limit of " + ask.endpoint().word() + " is spent until " + until);
            case Pass.Busy()
            when now.isAfter(patience) ->
                notNow(now.plusSeconds(1), "too many calls to " + ask.endpoint().word() + " are under way");
            case Pass.Busy() -> inAMoment().chain(() -> enter(ask, call, reads, patience));
        };
    }

    /** However the call ends, also by failing or being given up, the pass is handed back once. */
    private <T> Uni<XAnswer<T>> made(Pass.Granted pass, Supplier<Uni<XAnswer<T>>> call) {
        AtomicBoolean settled = new AtomicBoolean();
        return Uni.createFrom().deferred(call::get).onTermination().invoke((answer, failure, given) -> {
            if (settled.compareAndSet(false, true)) {
                quotas.settle(pass, answer == null ? new XAnswer.Unclear<T>("no answer") : answer);
            }
        });
    }

    private <T> Uni<Void> book(Ask ask, XAnswer<T> answer, Function<T, Reads> reads) {
        return switch (answer) {
            case XAnswer.Given<T>(T value, var _) -> till.book(ask, reads.apply(value), clock.instant());
            case XAnswer.Refused<T> _, XAnswer.Limited<T> _, XAnswer.Unclear<T> _ ->
                Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> inAMoment() {
        return UniHelper.toUni(vertx.timer(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static <T> Uni<Asked<T>> notNow(Instant until, String why) {
        return Uni.createFrom().item(new Asked.NotNow<>(until, why));
    }
}
