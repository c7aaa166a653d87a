package dev.heed.xsim.delivery;

import dev.heed.xsim.activity.Activity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest 100,000 attempts. Not kept over a restart. */
@Singleton
public class Deliveries {

    private static final int MOST = 100_000;

    private final Deque<Delivery> all = new ArrayDeque<>();
    private long last;

    synchronized void note(
            Activity activity, int attempt, int status, Delivery.Outcome outcome, long millis, Instant at) {
        all.addLast(new Delivery(++last, activity, attempt, status, outcome, millis, at));
        if (all.size() > MOST) {
            all.removeFirst();
        }
    }

    /** Those after this one, oldest first. */
    public synchronized List<Delivery> since(long seq) {
        return all.stream().filter(delivery -> delivery.seq() > seq).toList();
    }

    synchronized void forget() {
        all.clear();
        last = 0;
    }
}
