/** Tests of this room. */
@NullMarked
package dev.heed.x.query;

import org.jspecify.annotations.NullMarked;
