package dev.heed.benchmarks.listen;

import dev.heed.benchmarks.Figure;
import dev.heed.benchmarks.Target;
import dev.heed.benchmarks.parts.Rig;
import dev.heed.local.Console;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What X bills for reading, per mention, in steady traffic over several billing days, beside a naive poller.
 *
 * <p>A day is compressed into half a minute. What reaches back across midnight is paid for twice, so what the service is
 * told to look back (overlap, sweep) shrinks in the same measure; how often it polls need not, since a post is billed once
 * a day however often it is looked at.
 */
final class Reads implements Measure {
    private static final int DAYS = 4;
    private static final Duration DAY = Duration.ofSeconds(30);
    private static final long COMPRESSED = Duration.ofDays(1).dividedBy(DAY);
    private static final int MENTIONS_A_DAY = 200;
    private static final Duration NAIVE_EVERY = Duration.ofSeconds(1);
    /** Endpoints that listen; the others are told apart. */
    private static final Set<String> LISTENING = Set.of("mentions", "searchRecent");

    private static final Set<String> LOOKING_UP = Set.of("posts", "post");

    private final Rig rig;
    private final SimulatedX x;
    private final Console console;

    Reads(Rig rig, SimulatedX x, Console console) {
        this.rig = rig;
        this.x = x;
        this.console = console;
    }

    @Override
    public List<Figure> measure() {
        console.heading("What reading costs: " + DAYS + " billing days of " + MENTIONS_A_DAY
                + " mentions each, a day in " + DAY.toSeconds() + " s");
        rig.stopIngestion();
        x.reset();
        x.scaleLimits(100);
        rig.freshIngestion(256, compressed());
        for (String handle : List.of("steady", "naive")) {
            x.join(handle);
        }
        new Accounts(rig.ingestion()).listenFor("steady");
        String base = "http://127.0.0.1:" + rig.home().ports().simulator();
        try (Tap tap = Tap.open(rig.broker());
                NaivePoller naive = NaivePoller.start(base, "naive", NAIVE_EVERY)) {
            for (int day = 1; day <= DAYS; day++) {
                day(day, tap, naive);
            }
            Waiting.until(() -> tap.distinct() >= DAYS * MENTIONS_A_DAY, Duration.ofSeconds(20), () -> {});
            return figures(x.bill(), tap.distinct(), naive.heard());
        }
    }

    private void day(int day, Tap tap, NaivePoller naive) {
        if (day > 1) {
            x.nextBillingDay();
        }
        Instant end = Instant.now().plus(DAY);
        x.burst("steady", MENTIONS_A_DAY, 50, DAY);
        x.burst("naive", MENTIONS_A_DAY, 50, DAY);
        Waiting.pass(Duration.between(Instant.now(), end));
        console.line(
                String.format(Locale.ROOT, "      day %d: heard %d, naive %d", day, tap.distinct(), naive.heard()));
    }

    private static Map<String, String> compressed() {
        return Map.of(
                "HEED_INGESTION_OVERLAP", shrunk(Duration.ofMinutes(2)),
                "HEED_INGESTION_SWEEP_OVERLAP", shrunk(Duration.ofHours(1)),
                "HEED_INGESTION_SWEEP_INTERVAL", shrunk(Duration.ofMinutes(15)),
                "HEED_INGESTION_SEARCH_INTERVAL", shrunk(Duration.ofMinutes(15)),
                "HEED_INGESTION_POLL_INTERVAL", "PT0.5S");
    }

    private static String shrunk(Duration time) {
        return time.dividedBy(COMPRESSED).toString();
    }

    private List<Figure> figures(Bill bill, int heard, int heardByNaive) {
        bill.summed()
                .lines()
                .forEach(line -> console.line(String.format(
                        Locale.ROOT,
                        "      %s asked %s %,d times and paid for %,d",
                        line.caller(),
                        line.endpoint(),
                        line.calls(),
                        line.billed())));
        double ours = bill.of("app").billed(LISTENING);
        double lookups = bill.of("app").billed(LOOKING_UP);
        double naive = bill.of("naive").billed(LISTENING);
        console.line(String.format(
                Locale.ROOT,
                "  listening: %.3f posts paid for per mention; look-ups of what may be deleted or was answered: %.3f more."
                        + " A look-up is free on the day of the post and is paid for once on each later day that has one",
                ours / heard,
                lookups / heard));
        return figures(ours / heard, naive / heardByNaive);
    }

    @Override
    public List<Figure> nothing() {
        return figures(Double.NaN, Double.NaN);
    }

    private static List<Figure> figures(double ours, double naive) {
        return List.of(
                new Figure("listen.reads.per_mention", ours, new Target.AtMost(1.05)),
                new Figure("listen.reads.naive", naive, Target.NONE));
    }
}
