/** Tests of the room of the same name. */
@NullMarked
package dev.heed.reply.draft;

import org.jspecify.annotations.NullMarked;
