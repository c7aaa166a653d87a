package dev.heed.local.replay;

import dev.heed.local.Console;
import dev.heed.local.Installation;
import dev.heed.local.api.Product;
import dev.heed.local.api.Simulator;
import dev.heed.local.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * One replay, from the file to the closing report.
 *
 * <p>May be stopped from another thread at any time; it then reports on what was done so far.
 */
public final class Replay {
    /** X's own limits are per user; some tens of accounts that share one app would spend them in seconds. */
    private static final double LIMIT_SCALE = 1_000;

    private final Product product;
    private final Simulator simulator;
    private final Console console;
    private volatile boolean stopped;

    /** Over a running installation. */
    public Replay(Installation installation, Console console) {
        this.product = new Product(installation);
        this.simulator = new Simulator(installation);
        this.console = console;
    }

    /**
     * How to play.
     *
     * @param speed factor on the recorded gaps; 0 plays as fast as possible
     * @param limit how many rows of the file to take
     * @param answers whether the brands' historic answers are given
     */
    public record Manner(double speed, int limit, boolean answers) {
        public static Manner asFastAsPossible() {
            return new Manner(0, Integer.MAX_VALUE, true);
        }
    }

    /** Plays a file. */
    public Report of(Path file, Manner manner) {
        return play(ReadRecording.of(file).limitedTo(manner.limit()), manner);
    }

    /** Plays a recording that is at hand as text. */
    public Report of(String csv, Manner manner) {
        return play(ReadRecording.of(csv).limitedTo(manner.limit()), manner);
    }

    /** Asks a running replay to come to its report. */
    public void stop() {
        stopped = true;
    }

    private Report play(Recording read, Manner manner) {
        Instant begun = Instant.now();
        product.mustBeUp();
        int round = simulator.replays() + 1;
        Recording recording = OtherPeople.of(read, round);
        console.heading(String.format(
                Locale.ROOT,
                "Replaying %d posts of customers to %d brands",
                recording.inbound(),
                recording.brands().size()));
        recording.rejected().forEach(row -> console.trouble("malformed row, left out: " + row));
        if (round > 1) {
            console.line("  It is replay number " + round
                    + " here. X refuses the same words twice in a row, so the customers"
                    + " have other names this time, ending in _" + round + ".");
        }
        simulator.limits(LIMIT_SCALE);
        console.line(
                "  X's rate limits are raised " + (int) LIMIT_SCALE + " times for this replay: the accounts share one"
                        + " app, whose 450 reads in 15 minutes would be spent at once.");
        new OpenAccounts(product, simulator, console).of(recording.brands());
        Playing playing = new Playing(product, simulator, console, recording, manner.answers());
        Playing.End end = playing.run(manner.speed(), () -> stopped);
        return new CloseReplay(product, simulator, console).of(recording, end, Duration.between(begun, Instant.now()));
    }
}
