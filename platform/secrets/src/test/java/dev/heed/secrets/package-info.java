/** Tests of the box. */
@NullMarked
package dev.heed.secrets;

import org.jspecify.annotations.NullMarked;
