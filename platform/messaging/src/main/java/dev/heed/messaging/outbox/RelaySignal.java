package dev.heed.messaging.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the relay of this process that a transaction with events in it was committed. */
@ApplicationScoped
class RelaySignal {

    private final AtomicLong appended = new AtomicLong();
    private final Semaphore due = new Semaphore(0);

    void appended() {
        appended.incrementAndGet();
    }

    /** A mark to compare with later: {@link #committedSince} wakes the relay if anything was appended in between. */
    long mark() {
        return appended.get();
    }

    void committedSince(long mark) {
        if (appended.get() != mark) {
            wake();
        }
    }

    void wake() {
        due.release();
    }

    /** Waits for a commit, at most the given time; many commits are one. */
    void await(long millis) throws InterruptedException {
        if (due.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            due.drainPermits();
        }
    }
}
