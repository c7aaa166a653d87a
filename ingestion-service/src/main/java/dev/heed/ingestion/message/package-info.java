/**
 * Private messages that accounts receive.
 *
 * <p>Owns the tables {@code message} and {@code message_cursor} and the event {@code message.received.v1}. Where X shows
 * messages is behind {@link dev.heed.ingestion.message.DirectMessages}, since X moves them to encrypted chat; what is not
 * heard is said in words. What was said is ciphertext at rest, and never in a log.
 */
@NullMarked
package dev.heed.ingestion.message;

import org.jspecify.annotations.NullMarked;
