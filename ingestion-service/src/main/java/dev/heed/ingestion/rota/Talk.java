package dev.heed.ingestion.rota;

import java.time.Duration;
import java.time.Instant;

/**
 * How lively a source is.
 *
 * @param lastHeard when something new was last heard there
 * @param heard how much its last turn heard
 */
record Talk(Instant lastHeard, int heard) {

    /** As good as a full page: there is more where this came from. */
    private static final int FULL = 80;

    static Talk since(Instant lastHeard) {
        return new Talk(lastHeard, 0);
    }

    Talk after(int heardNow, Instant at) {
        return new Talk(heardNow > 0 ? at : lastHeard, heardNow);
    }

    Duration silence(Instant now) {
        return now.isAfter(lastHeard) ? Duration.between(lastHeard, now) : Duration.ZERO;
    }

    boolean isFull() {
        return heard >= FULL;
    }

    /** About how many pages, and so calls, the next turn takes. */
    int calls() {
        return 1 + heard / 100;
    }
}
