/** Tests of {@code clock}. */
@NullMarked
package dev.heed.routing.clock;

import org.jspecify.annotations.NullMarked;
