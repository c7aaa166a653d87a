/** Tests of the room of the same name. */
@NullMarked
package dev.heed.reply.connection;

import org.jspecify.annotations.NullMarked;
