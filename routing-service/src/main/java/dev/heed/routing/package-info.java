/** The root of the routing service: its rooms are its features. */
@NullMarked
package dev.heed.routing;

import org.jspecify.annotations.NullMarked;
