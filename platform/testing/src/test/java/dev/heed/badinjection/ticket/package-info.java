/** A fixture: beans that hide what they need. */
@NullMarked
package dev.heed.badinjection.ticket;

import org.jspecify.annotations.NullMarked;
