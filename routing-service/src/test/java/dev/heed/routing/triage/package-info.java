/** Tests of {@code triage}. */
@NullMarked
package dev.heed.routing.triage;

import org.jspecify.annotations.NullMarked;
