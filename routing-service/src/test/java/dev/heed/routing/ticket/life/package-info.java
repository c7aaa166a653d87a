/** Tests of {@code ticket}. */
@NullMarked
package dev.heed.routing.ticket.life;

import org.jspecify.annotations.NullMarked;
