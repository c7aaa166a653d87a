package dev.heed.benchmarks;

import dev.heed.benchmarks.listen.ListenBenchmark;
import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What {@code ./heed bench} runs. Exit codes: 0 every figure passes, 1 one falls short or is missing, 2 called wrongly. */
public final class Main {
    /** A new benchmark is a class of its own room and a line here. */
    private static final List<Benchmark> ALL = List.of(new ListenBenchmark());

    private final Console console;

    private Main(Console console) {
        this.console = console;
    }

    /** Lists the benchmarks, or runs the named one. */
    public static void main(String[] arguments) {
        System.exit(new Main(Console.standard()).run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            console.heading("./heed bench NAME measures, and tells each figure beside its limit:");
            ALL.forEach(benchmark -> console.line("  " + benchmark.name() + "  " + benchmark.about() + " (parts: "
                    + String.join(", ", benchmark.parts()) + ")"));
            return 0;
        }
        return ALL.stream()
                .filter(benchmark -> arguments.getFirst().equals(benchmark.name()))
                .filter(benchmark -> benchmark.parts().containsAll(arguments.subList(1, arguments.size())))
                .findFirst()
                .map(benchmark -> measure(benchmark, arguments.subList(1, arguments.size())))
                .orElseGet(() -> {
                    console.trouble("There is no benchmark '" + String.join(" ", arguments) + "'. There are: "
                            + String.join(
                                    ", ", ALL.stream().map(Benchmark::name).toList()));
                    return 2;
                });
    }

    private int measure(Benchmark benchmark, List<String> parts) {
        Instant begun = Instant.now();
        console.heading("./heed bench " + benchmark.name());
        benchmark.explanation().forEach(console::line);
        try {
            List<Figure> figures =
                    benchmark.run(Home.fromEnvironment(), parts.isEmpty() ? benchmark.parts() : parts, console);
            Duration took = Duration.between(begun, Instant.now());
            console.line("");
            console.line(String.format(
                    Locale.ROOT,
                    "Measured in %d min %02d s on %d processors.",
                    took.toMinutes(),
                    took.toSecondsPart(),
                    Runtime.getRuntime().availableProcessors()));
            figures.forEach(figure -> console.line(figure.line()));
            return figures.stream().allMatch(Figure::met) ? 0 : 1;
        } catch (HeedFailure e) {
            console.trouble(String.valueOf(e.getMessage()));
            return 1;
        }
    }
}
