/**
 * Who gets a ticket: the customer's known owner, else a fair share.
 *
 * <p>Owns the table {@code owner} and its locks. Counts open tickets, and changes none.
 */
@NullMarked
package dev.heed.routing.assignment;

import org.jspecify.annotations.NullMarked;
