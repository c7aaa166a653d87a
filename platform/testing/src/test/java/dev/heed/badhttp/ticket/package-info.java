/** A fixture: a use case that knows HTTP. */
@NullMarked
package dev.heed.badhttp.ticket;

import org.jspecify.annotations.NullMarked;
