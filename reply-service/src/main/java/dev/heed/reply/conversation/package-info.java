/**
 * Owns what this service knows of tickets: a read model fed by events, one row a ticket, the highest version wins.
 *
 * <p>Must not change a ticket, and must not be asked for anything that only the routing service knows for certain: it may
 * be a moment behind.
 */
@NullMarked
package dev.heed.reply.conversation;

import org.jspecify.annotations.NullMarked;
