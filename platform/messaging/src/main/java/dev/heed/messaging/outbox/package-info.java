/**
 * The way out: events are written beside the state change, and brought to the broker by one relay per database.
 *
 * <p>Owns the table {@code outbox} and the transactions in which it is written. Nothing else publishes events.
 */
@NullMarked
package dev.heed.messaging.outbox;

import org.jspecify.annotations.NullMarked;
