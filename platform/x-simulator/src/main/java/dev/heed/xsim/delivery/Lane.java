package dev.heed.xsim.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The way to one webhook: at most 8 batches are on it at once and 20,000 parcels wait. The parcels of a batch go one after the other. */
final class Lane {

    private static final int ABREAST = 8;
    private static final int MOST = 20_000;

    private final Deque<List<Parcel>> waiting = new ArrayDeque<>();
    private final Function<Parcel, CompletableFuture<Void>> delivery;
    private int parcels;
    private int running;

    /** @param delivery never fails */
    Lane(Function<Parcel, CompletableFuture<Void>> delivery) {
        this.delivery = delivery;
    }

    /** False when too much is waiting. Never waits. */
    boolean offer(List<Parcel> batch) {
        synchronized (this) {
            if (parcels + batch.size() > MOST) {
                return false;
            }
            waiting.addLast(batch);
            parcels += batch.size();
        }
        go();
        return true;
    }

    private void go() {
        for (List<Parcel> batch = next(); !batch.isEmpty(); batch = next()) {
            CompletableFuture<Void> way = CompletableFuture.completedFuture(null);
            for (Parcel parcel : batch) {
                way = way.thenComposeAsync(done -> delivery.apply(parcel));
            }
            var _ = way.whenComplete((done, never) -> {
                arrived();
                go();
            });
        }
    }

    private synchronized List<Parcel> next() {
        if (running >= ABREAST || waiting.isEmpty()) {
            return List.of();
        }
        running++;
        List<Parcel> batch = waiting.removeFirst();
        parcels -= batch.size();
        return batch;
    }

    private synchronized void arrived() {
        running--;
    }
}
