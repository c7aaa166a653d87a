/** Tests of the room of the same name. */
@NullMarked
package dev.heed.reply.timeline;

import org.jspecify.annotations.NullMarked;
