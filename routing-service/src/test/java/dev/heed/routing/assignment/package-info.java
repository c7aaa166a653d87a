/** Tests of {@code assignment}. */
@NullMarked
package dev.heed.routing.assignment;

import org.jspecify.annotations.NullMarked;
