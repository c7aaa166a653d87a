/** A fixture: a room as the house likes it. */
@NullMarked
package dev.heed.goodhouse.ticket;

import org.jspecify.annotations.NullMarked;
