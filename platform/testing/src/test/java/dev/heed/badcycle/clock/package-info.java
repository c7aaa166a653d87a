/** A fixture: it needs the room that needs it. */
@NullMarked
package dev.heed.badcycle.clock;

import org.jspecify.annotations.NullMarked;
