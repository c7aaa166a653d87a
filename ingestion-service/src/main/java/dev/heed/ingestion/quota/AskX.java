package dev.heed.ingestion.quota;

import dev.heed.x.XAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one door to X: every call of this service goes through here, so that limits are obeyed before X has to say so, and
 * what each call costs is known.
 */
@ApplicationScoped
public class AskX {

    private final Quotas quotas;
    private final Clock clock;

    AskX(Quotas quotas, Clock clock) {
        this.quotas = quotas;
        this.clock = clock;
    }

    /**
     * @param call asks X when it is subscribed to
     * @param reads what X bills for in what it gave
     */
    public <T> Uni<Asked<T>> ask(Ask ask, Supplier<Uni<XAnswer<T>>> call, Function<T, Reads> reads) {
        Quota known = quotas.of(ask);
        if (!known.isOpen(clock.instant())) {
            return Uni.createFrom()
                    .item(new Asked.NotNow<>(
                            known.closedUntil(),
                            "X's limit of " + ask.endpoint().word() + " is spent until " + known.closedUntil()));
        }
        return call.get().invoke(answer -> quotas.learn(ask, answer)).map(Asked.Answered::new);
    }
}
