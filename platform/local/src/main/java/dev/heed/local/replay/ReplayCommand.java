package dev.heed.local.replay;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.Installation;
import dev.heed.local.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./heed replay FILE.csv}. Exits with 0 when every claim of the report holds, else with 1. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Plays the customers' side of recorded conversations on the X simulator and answers with the brands'"
                    + " historic replies through the real reply API, as demo agents, claiming first.",
            "Closes with a report that proves from the simulator's ledger that nothing was lost and nothing posted"
                    + " twice. Ctrl-C stops and reports on what was done."
        })
public final class ReplayCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE.csv",
            description = "Columns tweet_id, author_id, inbound, created_at, text, response_tweet_id,"
                    + " in_response_to_tweet_id; a malformed row is reported and left out.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private Path file;

    @Option(
            names = "--speed",
            defaultValue = "0",
            description = "Divides the recorded gaps between posts; 0, the default, plays as fast as possible.")
    private double speed;

    @Option(names = "--limit", description = "How many rows of the file to take, from its beginning.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--answers",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Answer with the brands' historic replies (the default), or leave the tickets to people.")
    private boolean answers;

    /** Over one installation, which must be up. */
    public ReplayCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            throw new HeedFailure("There is no readable file " + file + ".");
        }
        if (speed < 0 || limit < 1) {
            throw new ParameterException(spec.commandLine(), "--speed must not be negative, --limit must be positive");
        }
        Replay replay = new Replay(installation, console);
        CountDownLatch reported = new CountDownLatch(1);
        Thread onInterrupt = new Thread(() -> stop(replay, reported));
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            Report report = replay.of(file, new Replay.Manner(speed, limit, answers));
            report.print(console);
            return report.clean() ? 0 : 1;
        } finally {
            reported.countDown();
        }
    }

    /** Runs when the JVM is told to end: the report is still owed. */
    private void stop(Replay replay, CountDownLatch reported) {
        try {
            if (reported.getCount() > 0) {
                console.trouble("Stopping; the report on what was done follows.");
                replay.stop();
                if (!reported.await(2, TimeUnit.MINUTES)) {
                    console.trouble("The pipeline did not come to rest in time.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
