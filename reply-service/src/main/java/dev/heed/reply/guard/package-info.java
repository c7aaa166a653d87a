/**
 * Owns the checks of a text before anybody posts it: pure classes, one for each thing that may be wrong.
 *
 * <p>Must not know drafts, tickets or X: it sees a text and gives checks. It never repeats private data in a reason,
 * since reasons travel in events and are kept for good.
 */
@NullMarked
package dev.heed.reply.guard;

import org.jspecify.annotations.NullMarked;
