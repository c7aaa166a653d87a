/** Tests of {@code answer}. */
@NullMarked
package dev.heed.routing.answer;

import org.jspecify.annotations.NullMarked;
