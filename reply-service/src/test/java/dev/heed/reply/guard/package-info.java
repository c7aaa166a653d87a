/** Tests of the room of the same name. */
@NullMarked
package dev.heed.reply.guard;

import org.jspecify.annotations.NullMarked;
