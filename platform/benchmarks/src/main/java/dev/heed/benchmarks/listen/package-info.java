/**
 * Listening, measured: bursts, the heap, the whole stage beside RabbitMQ's own tool, what reading costs beside a naive
 * poller.
 *
 * <p>Looks at the ingestion service from outside only: X's side through the simulator, the other side through the queue
 * that routing reads.
 */
@NullMarked
package dev.heed.benchmarks.listen;

import org.jspecify.annotations.NullMarked;
