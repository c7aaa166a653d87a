package dev.heed.ingestion.mention;

import dev.heed.ingestion.parent.ParentPost;
import org.jspecify.annotations.Nullable;

/**
 * A mention and its place in the order of hearing.
 *
 * @param parent what it answers or quotes, where that is kept
 */
record StoredMention(
        long position, Mention mention, @Nullable ParentPost parent) {}
