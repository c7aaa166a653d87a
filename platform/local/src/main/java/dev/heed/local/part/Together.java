package dev.heed.local.part;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts parts side by side, each as soon as what it needs is healthy.
 *
 * <p>A need that is not in the list is taken as met from outside. The first failure is reported after the others came to
 * rest, so that no thread is left behind.
 */
public final class Together {
    private final Supervisor supervisor;
    private final Console console;

    /** Over one installation. */
    public Together(Supervisor supervisor, Console console) {
        this.supervisor = supervisor;
        this.console = console;
    }

    /** Returns when all are healthy. Needs must be listed before those who need them. */
    public void start(List<Part> parts) {
        Map<String, CompletableFuture<Void>> up = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Part part : parts) {
                CompletableFuture<?>[] needs = part.needs().stream()
                        .map(up::get)
                        .filter(need -> need != null)
                        .toArray(CompletableFuture[]::new);
                up.put(
                        part.name(),
                        CompletableFuture.allOf(needs).thenRunAsync(() -> supervisor.ensure(part, console), threads));
            }
            CompletableFuture.allOf(up.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof HeedFailure known) {
                throw known;
            }
            throw e;
        }
    }
}
