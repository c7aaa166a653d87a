package dev.heed.local.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sends signals. The shell's own {@code kill} is used, since Java knows only two of them and procps may be missing. */
final class Signals {
    private Signals() {}

    /** Sends a signal to processes by their ids; one that is gone already is no trouble. */
    static void send(String signal, List<Long> pids) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -s \"$0\" \"$@\"", signal));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        try {
            Process kill = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("no shell to send a signal with", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
