package dev.heed.local;

import dev.heed.local.part.Supervisor;
import dev.heed.local.postgres.Postgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Stops parts: first, side by side, all that stand on the database, then the database. */
final class Stopping {
    private final Supervisor supervisor;
    private final Console console;

    Stopping(Supervisor supervisor, Console console) {
        this.supervisor = supervisor;
        this.console = console;
    }

    int stopAll(List<String> parts) {
        List<String> first =
                parts.stream().filter(part -> !part.equals(Postgres.NAME)).toList();
        int stopped = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> ends = first.stream()
                    .map(part -> threads.submit(() -> stop(part, "TERM")))
                    .toList();
            for (Future<Boolean> end : ends) {
                stopped += end.get() ? 1 : 0;
            }
        } catch (ExecutionException e) {
            throw new HeedFailure("A part could not be stopped: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while stopping; call ./heed down again.", e);
        }
        return stopped + (stop(Postgres.NAME, "INT") ? 1 : 0);
    }

    private boolean stop(String part, String farewell) {
        Instant begun = Instant.now();
        boolean ran = supervisor.stop(part, farewell);
        if (ran) {
            console.done(part + " stopped", Duration.between(begun, Instant.now()));
        }
        return ran;
    }
}
