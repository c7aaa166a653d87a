package dev.heed.benchmarks.listen;

import java.time.Instant;

/**
 * A post as its event arrived.
 *
 * @param at when the first event of it came
 */
record Arrival(String postId, Instant at) {}
