package dev.heed.benchmarks.listen;

import dev.heed.benchmarks.Benchmark;
import dev.heed.benchmarks.Figure;
import dev.heed.benchmarks.parts.Rig;
import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import java.util.ArrayList;
import java.util.List;

/** Is everything heard, once, fast, in little memory and for little money? */
public final class ListenBenchmark implements Benchmark {

    @Override
    public String name() {
        return "listen";
    }

    @Override
    public String about() {
        return "ingestion: a burst of 10,000, the heap, throughput beside RabbitMQ PerfTest, reads billed per mention";
    }

    @Override
    public List<String> explanation() {
        return List.of(
                "  Starts PostgreSQL, RabbitMQ, the X simulator and ingestion as private processes on this machine, and ends"
                        + " them again.",
                "  The benchmark reads routing's queue in routing's place, and knows from the simulator what was posted,"
                        + " when it was first shown, and what it cost.",
                "  1. burst: 10,000 mentions in one minute must be 10,000 events, p99 from shown to heard at most 2 s, heap"
                        + " below 256 MB and flat.",
                "  2. stage: page, dedupe, store, outbox, confirmed publish, at least half of what RabbitMQ PerfTest"
                        + " publishes with 500 unconfirmed.",
                "  3. reads: at most 1.05 post reads billed per mention, beside a poller that always asks for the newest"
                        + " 100.",
                "  It takes about seven minutes on two processors; leave the machine alone meanwhile.");
    }

    @Override
    public List<String> parts() {
        return List.of("burst", "stage", "reads");
    }

    @Override
    public List<Figure> run(Home checkout, List<String> parts, Console console) {
        List<Figure> figures = new ArrayList<>();
        try (Rig rig = Rig.start(checkout.checkout(), name(), console)) {
            SimulatedX x = new SimulatedX(rig.simulator());
            for (String part : parts) {
                Measure measure = switch (part) {
                    case "burst" -> new Burst(rig, x, console);
                    case "stage" -> new Stage(rig, x, console);
                    default -> new Reads(rig, x, console);
                };
                figures.addAll(measured(measure, console));
            }
        }
        return figures;
    }

    /** A part that breaks takes no other with it: its figures are told as not had. */
    private static List<Figure> measured(Measure measure, Console console) {
        try {
            return measure.measure();
        } catch (HeedFailure e) {
            console.trouble(String.valueOf(e.getMessage()));
            return measure.nothing();
        }
    }
}
