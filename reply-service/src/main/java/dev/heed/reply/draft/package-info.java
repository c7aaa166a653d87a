/**
 * Owns drafts: what an agent means to say, its checks, and who may write it.
 *
 * <p>Must not post. What became of a draft that was handed over it asks through {@link
 * dev.heed.reply.draft.ReplyProgress}, a door that the publication room opens.
 */
@NullMarked
package dev.heed.reply.draft;

import org.jspecify.annotations.NullMarked;
