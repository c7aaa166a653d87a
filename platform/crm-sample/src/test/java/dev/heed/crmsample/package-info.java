/** Tests of this room. */
@NullMarked
package dev.heed.crmsample;

import org.jspecify.annotations.NullMarked;
