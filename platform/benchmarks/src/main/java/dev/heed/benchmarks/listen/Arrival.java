package dev.heed.benchmarks.listen;

import java.time.Instant;

/**
 * A post as its event arrived.
 *
 * @param times how many events there were of it; more than one is a double
 * @param at when the first came
 * @param via how it was heard, as the event says
 */
record Arrival(String postId, String account, String via, int times, Instant at) {

    Arrival again() {
        return new Arrival(postId, account, via, times + 1, at);
    }
}
