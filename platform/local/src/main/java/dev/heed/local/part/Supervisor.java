package dev.heed.local.part;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import dev.heed.local.port.PortOwners;
import dev.heed.local.process.Pause;
import dev.heed.local.process.PidFile;
import dev.heed.local.process.Proc;
import dev.heed.local.process.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Starts and stops the parts of one installation.
 *
 * <p>Holds no state of its own: what runs is read from pid files each time, so any number of commands may come and go.
 */
public final class Supervisor {
    private static final int LAST_LINES = 12;

    private final Home home;

    /** Over one installation. */
    public Supervisor(Home home) {
        this.home = home;
    }

    /** The part's living process. */
    public Optional<Proc.Seen> process(String part) {
        return session(part).leader();
    }

    /** Starts the part unless it runs, and returns when it is healthy and settled. */
    public void ensure(Part part, Console console) {
        Instant begun = Instant.now();
        boolean found = process(part.name()).isPresent() && !gaveWay(part, console);
        if (!found) {
            part.prepare(console);
            start(part);
        }
        awaitHealthy(part);
        part.settle();
        if (found) {
            console.done(part.name() + " was running", Duration.between(begun, Instant.now()));
        } else {
            console.done(part.name() + " is up", Duration.between(begun, Instant.now()));
        }
    }

    private boolean gaveWay(Part part, Console console) {
        if (process(part.name()).filter(seen -> part.outdated(seen.pid())).isEmpty()) {
            return false;
        }
        console.doing(part.name() + " has changed since it was started, and is started anew");
        stop(part.name(), part.farewell());
        return true;
    }

    /** Stops the part in order; returns whether it ran. */
    public boolean stop(String part, String farewell) {
        return session(part).end(farewell);
    }

    /** Ends the part and its children with signal 9. */
    public void kill(String part) {
        if (!session(part).kill()) {
            throw new HeedFailure(part + " does not run, so it cannot be killed.");
        }
    }

    private void start(Part part) {
        // What a crash left of the last run would hold the ports.
        session(part.name()).kill();
        part.ports().forEach((use, port) -> PortOwners.refuseIfTaken(part.name() + " (" + use + ")", port));
        Path log = home.log(part.name());
        roll(log);
        session(part.name()).begin(part.launch(), log);
    }

    private void awaitHealthy(Part part) {
        Instant until = Instant.now().plus(part.patience());
        while (!part.healthy()) {
            if (process(part.name()).isEmpty()) {
                throw new HeedFailure(part.name() + " ended while starting. Its last words:\n" + lastWords(part));
            }
            if (Instant.now().isAfter(until)) {
                throw new HeedFailure(part.name() + " is not healthy after "
                        + part.patience().toSeconds() + " s. Its last words:\n" + lastWords(part));
            }
            Pause.brief();
        }
    }

    private String lastWords(Part part) {
        Path log = home.log(part.name());
        try {
            List<String> lines = Files.readAllLines(log);
            List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return "    " + last.stream().map(LogLine::readable).collect(Collectors.joining("\n    "))
                    + "\n  (all of it: " + log + ")";
        } catch (IOException e) {
            return "    (nothing in " + log + ")";
        }
    }

    /** Keeps one earlier log, so that logs cannot grow over many starts. */
    private static void roll(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".1"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new HeedFailure("Cannot roll " + log + ": " + e.getMessage(), e);
        }
    }

    private Session session(String part) {
        return new Session(new PidFile(home.pid(part)));
    }
}
