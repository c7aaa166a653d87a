/** A fixture: it needs the room that needs it. */
@NullMarked
package dev.heed.badcycle.ticket;

import org.jspecify.annotations.NullMarked;
