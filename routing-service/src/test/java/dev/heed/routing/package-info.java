/** Tests of the routing service as a whole. */
@NullMarked
package dev.heed.routing;

import org.jspecify.annotations.NullMarked;
