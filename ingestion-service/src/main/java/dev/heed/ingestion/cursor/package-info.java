/**
 * Listening by asking: who walks over which stream, from where on, to where, and how gaps are filled.
 *
 * <p>Owns the table {@code walk_cursor} and the walk over the pages of any stream: an account's mentions, the search for its
 * handle, a watch. What a post means is none of its business: it hands posts to {@code intake}. Other rooms that have a search
 * to listen to walk it with {@link dev.heed.ingestion.cursor.WalkStream}.
 */
@NullMarked
package dev.heed.ingestion.cursor;

import org.jspecify.annotations.NullMarked;
