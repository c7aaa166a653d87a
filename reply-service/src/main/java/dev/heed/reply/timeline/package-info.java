/**
 * Owns the reading of an account's own timeline: does X show what we may have posted?
 *
 * <p>Pure matching and one walk over X's pages. Must not decide what follows from a reading, nor write anything.
 */
@NullMarked
package dev.heed.reply.timeline;

import org.jspecify.annotations.NullMarked;
