package dev.heed.local.process;

import dev.heed.local.HeedFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process and all it began, in a session of its own, so that the terminal's Ctrl-C does not reach it.
 *
 * <p>The session's id is the first process's pid. A leader that ended may leave members behind (a port mapper, worker
 * processes); they are ended with it. A member counts only if it began no earlier than the leader.
 */
public final class Session {
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final PidFile file;

    /** The session that a pid file names. */
    public Session(PidFile file) {
        this.file = file;
    }

    /** The living process that began it. */
    public Optional<Proc.Seen> leader() {
        return file.read();
    }

    /** Starts the process; its output is appended to the log. */
    public void begin(Launch launch, Path log) {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.directory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("MAVEN_") || name.equals("JAVA_TOOL_OPTIONS"));
        environment.putAll(launch.environment());
        try {
            long pid = builder.start().pid();
            file.write(pid);
            awaitOwnSession(pid);
        } catch (IOException e) {
            throw new HeedFailure("Cannot run " + launch.command().getFirst() + ": " + e.getMessage(), e);
        }
    }

    /** Until then the terminal's signals, and ours to the session, would go astray. */
    private static void awaitOwnSession(long pid) {
        while (Proc.see(pid).filter(seen -> seen.session() != pid).isPresent()) {
            Thread.onSpinWait();
        }
    }

    /** Asks the leader to end, waits, then ends what is left by force. Returns whether anything had been running. */
    public boolean end(String signal) {
        Optional<Proc.Seen> leader = leader();
        leader.ifPresent(seen -> Signals.send(signal, List.of(seen.pid())));
        Instant until = Instant.now().plus(FAREWELL);
        while (leader().isPresent() && Instant.now().isBefore(until)) {
            Pause.brief();
        }
        return kill() || leader.isPresent();
    }

    /** Ends the leader and all members at once, as a power cut would. Returns whether anything had been running. */
    public boolean kill() {
        boolean any = false;
        for (List<Long> members = members(); !members.isEmpty(); members = members()) {
            any = true;
            Signals.send("KILL", members);
            Pause.brief();
        }
        file.delete();
        return any;
    }

    private List<Long> members() {
        Optional<Long> session = file.session();
        if (session.isEmpty()) {
            return List.of();
        }
        // A pid given out again to a foreign session leader: its members are not ours.
        if (leader().isEmpty() && Proc.see(session.get()).isPresent()) {
            return List.of();
        }
        return Proc.session(session.get()).stream().map(Proc.Seen::pid).toList();
    }
}
