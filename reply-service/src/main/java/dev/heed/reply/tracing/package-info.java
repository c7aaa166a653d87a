/**
 * Owns whether spans are recorded.
 *
 * <p>Must not decide what is traced: that is the framework's, and the events' own traceparent.
 */
@NullMarked
package dev.heed.reply.tracing;

import org.jspecify.annotations.NullMarked;
