/** Tests of the room of the same name. */
@NullMarked
package dev.heed.reply;

import org.jspecify.annotations.NullMarked;
