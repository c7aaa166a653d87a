/** A fixture: a row known outside its package, and an entity that is not called one. */
@NullMarked
package dev.heed.badrow.ticket;

import org.jspecify.annotations.NullMarked;
