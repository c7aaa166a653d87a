/** Tests of the care policy. */
@NullMarked
package dev.heed.routing.policy;

import org.jspecify.annotations.NullMarked;
