/** A fixture: names that say nothing. */
@NullMarked
package dev.heed.badname.ticket;

import org.jspecify.annotations.NullMarked;
