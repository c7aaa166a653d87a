/** A fixture: domain types that reach for the database and the wall clock. */
@NullMarked
package dev.heed.baddomain.ticket;

import org.jspecify.annotations.NullMarked;
