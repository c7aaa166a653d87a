package dev.heed.local.report;

import dev.heed.local.Console;
import dev.heed.local.api.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Waits until the pipeline has come to rest before it is judged.
 *
 * <p>At rest is what has not grown for a while: a short while when every claim holds, a long one when some claim does not,
 * since what is missing may still be on its way after a restart. Never longer than the limit.
 */
public final class Quiet {
    private static final Duration WHEN_CLEAN = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Supplier<Facts> look;
    private final Scope scope;
    private final Duration whenNot;
    private final Console console;

    /** @param whenNot how long nothing may change before a claim that does not hold is taken for final */
    public Quiet(Supplier<Facts> look, Scope scope, Duration whenNot, Console console) {
        this.look = look;
        this.scope = scope;
        this.whenNot = whenNot;
        this.console = console;
    }

    /** The facts at rest. */
    public Facts await() {
        Instant start = Instant.now();
        Instant lastChange = start;
        Instant lastWord = start;
        Facts facts = look.get();
        Backoff backoff = new Backoff();
        while (true) {
            List<Check> open = open(facts);
            Instant now = Instant.now();
            Duration still = Duration.between(lastChange, now);
            if (still.compareTo(open.isEmpty() ? WHEN_CLEAN : whenNot) >= 0
                    || Duration.between(start, now).compareTo(LIMIT) >= 0) {
                return facts;
            }
            if (Duration.between(lastWord, now).toSeconds() >= 3 && !open.isEmpty()) {
                console.doing("waiting for the pipeline to come to rest: "
                        + open.getFirst().claim() + ", "
                        + open.getFirst().offenders().size() + " to go");
                lastWord = now;
            }
            backoff.pause();
            Facts next = look.get();
            lastChange = next.size().equals(facts.size()) ? lastChange : Instant.now();
            facts = next;
        }
    }

    private List<Check> open(Facts facts) {
        return Proof.of(facts, scope).stream().filter(check -> !check.holds()).toList();
    }
}
