package dev.heed.benchmarks.listen;

import dev.heed.benchmarks.Figure;
import dev.heed.benchmarks.Target;
import dev.heed.benchmarks.parts.Rig;
import dev.heed.local.Console;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** 10,000 mentions of one account within a minute, under X's own limits and on the heap of a small container. */
final class Burst implements Measure {
    private static final int MENTIONS = 10_000;
    private static final int AUTHORS = 500;
    private static final Duration OVER = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int WARM_UP = 500;
    private static final int HEAP_MEGABYTES = 256;
    /** What may be held more after the burst than before: statements, buffers and counters that were not needed before. */
    private static final double FLAT_MEGABYTES = 24;

    private final Rig rig;
    private final SimulatedX x;
    private final Console console;

    Burst(Rig rig, SimulatedX x, Console console) {
        this.rig = rig;
        this.x = x;
        this.console = console;
    }

    @Override
    public List<Figure> measure() {
        console.heading("A burst: 10,000 mentions of one account within a minute");
        rig.stopIngestion();
        x.reset();
        rig.freshIngestion(HEAP_MEGABYTES, Map.of());
        Heap heap = new Heap(rig);
        try (Tap tap = Tap.open(rig.broker())) {
            warmUp(tap);
            double before = heap.live();
            tap.forget();
            Peak peak = new Peak();
            x.burst("brand", MENTIONS, AUTHORS, OVER);
            Instant begun = Instant.now();
            Waiting.until(() -> tap.distinct() >= MENTIONS, OVER.plus(PATIENCE), () -> {
                peak.see(heap.used());
                console.line(String.format(
                        Locale.ROOT,
                        "      %3d s  %,6d of %,d heard, heap %.0f MB",
                        Duration.between(begun, Instant.now()).toSeconds(),
                        tap.distinct(),
                        MENTIONS,
                        peak.last));
            });
            Duration took = Duration.between(begun, Instant.now());
            // Doubles would come with the next looks.
            Waiting.pass(Duration.ofSeconds(5));
            peak.see(heap.used());
            double after = heap.live();
            return figures(tap, took, before, after, peak.most);
        }
    }

    private void warmUp(Tap tap) {
        x.join("brand");
        new Accounts(rig.ingestion()).listenFor("brand");
        x.burst("brand", WARM_UP, AUTHORS, Duration.ofSeconds(5));
        Waiting.until(() -> tap.distinct() >= WARM_UP, Duration.ofMinutes(1), () -> {});
    }

    private List<Figure> figures(Tap tap, Duration took, double before, double after, double most) {
        Map<String, Instant> served = x.served();
        List<Double> delays = new ArrayList<>();
        for (Arrival arrival : tap.arrivals()) {
            Instant shown = served.get(arrival.postId());
            if (shown != null) {
                delays.add(Duration.between(shown, arrival.at()).toMillis() / 1000.0);
            }
        }
        Spread spread = Spread.of(delays);
        console.line(String.format(
                Locale.ROOT,
                "  %,d events of %,d posts, %d doubles, the last %.1f s after the burst began",
                tap.distinct() + tap.doubles(),
                tap.distinct(),
                tap.doubles(),
                took.toMillis() / 1000.0));
        console.line(String.format(
                Locale.ROOT,
                "  from first shown by X to the event at its consumer: median %.3f s, p99 %.3f s, longest %.3f s",
                spread.median(),
                spread.percentile(99),
                spread.percentile(100)));
        console.line(String.format(
                Locale.ROOT,
                "  heap after all garbage was collected: %.1f MB before, %.1f MB after (flat: at most %.0f MB more);"
                        + " most in use with garbage %.0f MB",
                before,
                after,
                FLAT_MEGABYTES,
                most));
        int events = tap.distinct() + tap.doubles();
        return figures(events, spread.percentile(99), most, Math.max(0, after - before));
    }

    @Override
    public List<Figure> nothing() {
        return figures(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    private static List<Figure> figures(double events, double p99, double most, double growth) {
        return List.of(
                new Figure("listen.burst.events", events, new Target.Exactly(MENTIONS)),
                new Figure("listen.burst.p99_seconds", p99, new Target.AtMost(2)),
                new Figure("listen.heap.max_mb", most, new Target.Below(HEAP_MEGABYTES)),
                new Figure("listen.heap.growth_mb", growth, new Target.AtMost(FLAT_MEGABYTES)));
    }

    /** The most that was seen, and the last. */
    private static final class Peak {
        private double most;
        private double last;

        void see(double value) {
            last = value;
            most = Math.max(most, value);
        }
    }
}
