package dev.heed.ingestion.rota;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Tells how turns ended: metrics and log at once, the database every few seconds for all of them together. */
@ApplicationScoped
class TellTurns {

    private static final Logger LOG = Logger.getLogger(TellTurns.class);

    private final LastTurns turns;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<SourceKey, LastTurn> untold = new ConcurrentHashMap<>();
    private final Map<SourceKey, Instant> lastHeard = new ConcurrentHashMap<>();

    TellTurns(LastTurns turns, MeterRegistry meters, Clock clock) {
        this.turns = turns;
        this.meters = meters;
        this.clock = clock;
    }

    /** What was known before this process began. */
    Uni<Void> remember() {
        return turns.all()
                .invoke(all -> all.forEach(turn ->
                        Optional.ofNullable(turn.lastHeardAt()).ifPresent(at -> lastHeard.put(turn.source(), at))))
                .replaceWithVoid();
    }

    /** When something was last heard there; now if nothing is known, so that a new source is listened to closely at first. */
    Instant lastHeard(Source source) {
        return lastHeard.getOrDefault(source.key(), clock.instant());
    }

    /** @param next where the source stands now */
    void ended(Source source, TurnEnd end, Turn next) {
        meters.counter("heed.ingestion.turns", "endpoint", source.endpoint().word(), "outcome", end.word())
                .increment();
        log(source, end);
        if (end instanceof TurnEnd.Standby || end instanceof TurnEnd.Overtaken) {
            untold.remove(source.key()); // whoever has it tells
            return;
        }
        Instant now = clock.instant();
        if (end instanceof TurnEnd.Complete(int heard) && heard > 0) {
            lastHeard.put(source.key(), now);
        }
        untold.put(
                source.key(),
                new LastTurn(
                        source.key(),
                        source.account(),
                        now,
                        end.word(),
                        LastTurn.detail(end),
                        lastHeard.get(source.key()),
                        next.due(),
                        next.every()));
    }

    /** Writes what was not yet written; what the database does not take is tried again with the next. */
    Uni<Void> write() {
        Map<SourceKey, LastTurn> now = new HashMap<>(untold);
        return turns.write(now.values()).invoke(() -> now.forEach(untold::remove));
    }

    Uni<Void> forget() {
        return turns.forgetBefore(clock.instant().minus(Duration.ofDays(1)));
    }

    private static void log(Source source, TurnEnd end) {
        switch (end) {
            case TurnEnd.Refused(var refusal, String detail) ->
                LOG.warnf("X refuses us the %s: %s, %s", source.name(), refusal, detail);
            case TurnEnd.Broken(String cause) ->
                LOG.warnf("Listening to the %s broke off and goes on later: %s", source.name(), cause);
            case TurnEnd.Waiting(Instant until) -> LOG.infof("The %s wait until %s", source.name(), until);
            case TurnEnd.Overtaken() -> LOG.infof("The %s are another process's now, or nobody's", source.name());
            case TurnEnd.Complete(var _), TurnEnd.Standby() -> {
                // as it should be
            }
        }
    }
}
