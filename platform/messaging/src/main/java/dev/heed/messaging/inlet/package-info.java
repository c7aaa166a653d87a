/**
 * The way in: a queue is bound to a handler; inbox and handler share one transaction, the acknowledgement comes last.
 *
 * <p>Owns the table {@code inbox}, the batches and the dead letters. Knows nothing of what an event says.
 */
@NullMarked
package dev.heed.messaging.inlet;

import org.jspecify.annotations.NullMarked;
