/** Tests of the X client, against a fake server and X's own error bodies. */
@NullMarked
package dev.heed.x;

import org.jspecify.annotations.NullMarked;
