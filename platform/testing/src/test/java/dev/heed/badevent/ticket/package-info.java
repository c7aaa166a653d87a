/** A fixture: an event that only the JVM can write. */
@NullMarked
package dev.heed.badevent.ticket;

import org.jspecify.annotations.NullMarked;
