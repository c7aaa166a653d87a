/** Tests of the room of the same name. */
@NullMarked
package dev.heed.reply.conversation;

import org.jspecify.annotations.NullMarked;
