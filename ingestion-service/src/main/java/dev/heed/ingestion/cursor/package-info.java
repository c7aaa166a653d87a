/**
 * Listening by polling: who polls, when, from where on, to where.
 *
 * <p>Owns the table {@code walk_cursor} and the walk over the pages of an account's mentions. What a post means is none of
 * its business: it hands posts to {@code intake}.
 */
@NullMarked
package dev.heed.ingestion.cursor;

import org.jspecify.annotations.NullMarked;
