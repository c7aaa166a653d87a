package dev.heed.local.cli;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.Installation;
import dev.heed.local.build.Module;
import dev.heed.local.build.Programs;
import dev.heed.local.home.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a benchmark as a process of its own, on a JVM that is not tuned to start fast, as this one is. */
@Command(
        name = "bench",
        description = "Measures on private real parts; without a name lists what can be measured.",
        footer = {
            "",
            "Ends with a line for each figure: figure NAME VALUE TARGET pass|short. Exit code 0 only if all pass."
        },
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME [PART...]",
            hideParamSyntax = true,
            description = "What to measure, such as listen, and which parts of it if not all.")
    private List<String> words = List.of();

    /** On the checkout of an installation. */
    public BenchCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        Home home = installation.home();
        Module benchmarks = Module.benchmarks();
        Programs programs = new Programs(home);
        programs.ensure(List.of(benchmarks), console);
        try {
            Process process = new ProcessBuilder(command(home, programs.program(benchmarks)))
                    .inheritIO()
                    .start();
            // It ends its parts when it is told to end; on Ctrl-C the terminal tells it, as it tells us.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process.waitFor();
        } catch (IOException e) {
            throw new HeedFailure("Cannot run the benchmarks: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while measuring.", e);
        }
    }

    private List<String> command(Home home, Path program) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-Dheed.checkout=" + home.checkout(),
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                program + "/*:" + program.resolve("lib") + "/*",
                "dev.heed.benchmarks.Main"));
        command.addAll(words);
        return command;
    }
}
