/** A fixture: a use case that sends beside its transaction. */
@NullMarked
package dev.heed.badbroker.ticket;

import org.jspecify.annotations.NullMarked;
