/**
 * Owns posting, exactly once: the states of a publication and the only ways from one to the next, the one writer of each
 * account, and reconciliation by reading the account's timeline.
 *
 * <p>Must not post anything whose intent the audit log does not hold, must not repeat a call whose outcome is unknown, and
 * must not forget one.
 */
@NullMarked
package dev.heed.reply.publication;

import org.jspecify.annotations.NullMarked;
