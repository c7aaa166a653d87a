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
import java.util.TreeMap;

/**
 * The whole stage at full load (page, dedupe, store, outbox, confirmed publish), in turns with RabbitMQ PerfTest on the same
 * broker.
 *
 * <p>The load is a backlog: X's limits are lifted, and in each round 35 accounts are new with 700 posts waiting each.
 */
final class Stage implements Measure {
    private static final int ROUNDS = 3;
    /**
     * As many rounds before them warm the JVMs up, and are not counted: a service runs for weeks, and in its first minute its
     * compilers take a fifth of the processors.
     */
    private static final int WARM_UPS = 6;

    private static final int ACCOUNTS = 35;
    /** Fewer than the 800 that X's timeline shows: at the cap the service would look for more by search. */
    private static final int POSTS_EACH = 700;

    private static final int WAITING = ACCOUNTS * POSTS_EACH;
    private static final int LIMITS = 1000;
    private static final int PERF_SECONDS = 15;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Rig rig;
    private final SimulatedX x;
    private final Console console;

    Stage(Rig rig, SimulatedX x, Console console) {
        this.rig = rig;
        this.x = x;
        this.console = console;
    }

    /**
     * @param events ours per second
     * @param perf what PerfTest published per second
     * @param busy processors that were busy in ours, by part
     */
    private record Round(double events, double perf, Map<String, Double> busy) {
        double ratio() {
            return events / perf;
        }
    }

    @Override
    public List<Figure> measure() {
        console.heading("The stage at full load, beside RabbitMQ PerfTest");
        rig.stopIngestion();
        x.reset();
        x.scaleLimits(LIMITS);
        rig.freshIngestion(256, Map.of());
        List<Round> rounds = new ArrayList<>();
        try (Tap tap = Tap.open(rig.broker())) {
            for (int number = 1; number <= WARM_UPS; number++) {
                ours("warm-up " + number, tap);
            }
            for (int number = 1; number <= ROUNDS; number++) {
                rounds.add(round(number, tap));
            }
        }
        explain(rounds.getLast());
        double ours = Spread.of(rounds.stream().map(Round::events).toList()).median();
        double perf = Spread.of(rounds.stream().map(Round::perf).toList()).median();
        double ratio = Spread.of(rounds.stream().map(Round::ratio).toList()).median();
        return figures(ours, perf, ratio);
    }

    @Override
    public List<Figure> nothing() {
        return figures(Double.NaN, Double.NaN, Double.NaN);
    }

    private static List<Figure> figures(double ours, double perf, double ratio) {
        return List.of(
                new Figure("listen.stage.events_per_second", ours, Target.NONE),
                new Figure("listen.stage.perftest_per_second", perf, Target.NONE),
                new Figure("listen.stage.ratio", ratio, new Target.AtLeast(0.5)));
    }

    /**
     * @param events per second
     * @param busy processors that were busy, by part
     */
    private record Ours(double events, Map<String, Double> busy) {}

    private Round round(int number, Tap tap) {
        Ours ours = ours("round " + number, tap);
        double perf = new PerfTest(rig).rate(tap.meanBytes(), PERF_SECONDS);
        Round round = new Round(ours.events(), perf, ours.busy());
        console.line(String.format(
                Locale.ROOT,
                "      PerfTest %,.0f a second with %d bytes; ratio %.2f",
                perf,
                tap.meanBytes(),
                round.ratio()));
        return round;
    }

    private Ours ours(String name, Tap tap) {
        List<String> handles = new ArrayList<>();
        for (int i = 1; i <= ACCOUNTS; i++) {
            handles.add(name.replaceAll("[^a-z0-9]", "") + "_" + i);
        }
        console.doing(name + ": " + ACCOUNTS + " accounts with " + POSTS_EACH + " posts waiting each");
        handles.forEach(x::join);
        Instant posting = Instant.now();
        handles.forEach(handle -> x.burst(handle, POSTS_EACH, 100, Duration.ZERO));
        Waiting.until(() -> x.posted(posting) >= WAITING, PATIENCE, () -> {});
        tap.forget();
        Accounts accounts = new Accounts(rig.ingestion());
        List<String> ids = handles.stream().map(accounts::listenFor).toList();
        Waiting.until(() -> tap.distinct() >= WAITING / 10, PATIENCE, () -> tell(tap));
        Map<String, Duration> before = rig.processorTime();
        Instant begun = Instant.now();
        Waiting.until(() -> tap.distinct() >= WAITING - WAITING / 10, PATIENCE, () -> tell(tap));
        Map<String, Double> busy = busy(before, rig.processorTime(), Duration.between(begun, Instant.now()));
        Waiting.until(() -> tap.distinct() >= WAITING, PATIENCE, () -> tell(tap));
        ids.forEach(accounts::pause);
        double events = eventsPerSecond(tap);
        console.line(String.format(Locale.ROOT, "  %s: %,d events, %,.0f a second", name, tap.distinct(), events));
        return new Ours(events, busy);
    }

    private void tell(Tap tap) {
        console.line(String.format(Locale.ROOT, "      %,6d of %,d", tap.distinct(), WAITING));
    }

    /** Over the middle four fifths: at the ends the stage is not full, since accounts begin and end one after another. */
    private static double eventsPerSecond(Tap tap) {
        List<Instant> times = tap.arrivals().stream().map(Arrival::at).sorted().toList();
        int tenth = times.size() / 10;
        if (tenth == 0) {
            return 0;
        }
        Duration middle = Duration.between(times.get(tenth), times.get(times.size() - 1 - tenth));
        return (times.size() - 1 - 2 * tenth) * 1000.0 / middle.toMillis();
    }

    private static Map<String, Double> busy(Map<String, Duration> before, Map<String, Duration> after, Duration took) {
        Map<String, Double> busy = new TreeMap<>();
        after.forEach((part, spent) -> busy.put(
                part, spent.minus(before.getOrDefault(part, Duration.ZERO)).toMillis() / (double) took.toMillis()));
        return busy;
    }

    private void explain(Round round) {
        int processors = Runtime.getRuntime().availableProcessors();
        double all =
                round.busy().values().stream().mapToDouble(Double::doubleValue).sum();
        StringBuilder shares = new StringBuilder();
        round.busy()
                .forEach((part, busy) -> shares.append(
                        String.format(Locale.ROOT, ", %s %.2f (%.3f ms)", part, busy, busy * 1000 / round.events())));
        console.line(String.format(
                Locale.ROOT,
                "  processors busy with the last round (and with each event of it): %.2f of %d%s",
                all,
                processors,
                shares));
        console.line(
                all > 0.85 * processors
                        ? "  what limits it: the processors. PerfTest has them for itself and the broker alone; our stage"
                                + " shares them with the database, and with the simulator that plays X"
                        : "  what limits it: something other than these processes' own work: commits to disk, confirms, X's"
                                + " next page, or whatever else this machine was doing");
    }
}
