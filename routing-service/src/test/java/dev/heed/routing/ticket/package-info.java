/** Tests of {@code ticket}. */
@NullMarked
package dev.heed.routing.ticket;

import org.jspecify.annotations.NullMarked;
