/**
 * Tickets as they are kept and shown: one customer's issue with one account in one conversation, its state, its owner and its
 * history. What a ticket is and may become is in {@code life}.
 *
 * <p>Owns the tables {@code ticket*}, the events {@code ticket.*} and the API of tickets. Every change of a ticket is one
 * version, one line of history and (but for a refused reply) one event, in one transaction. Does not decide on posts and does
 * not choose owners: it is told.
 */
@NullMarked
package dev.heed.routing.ticket;

import org.jspecify.annotations.NullMarked;
