package dev.heed.ingestion.intake;

import dev.heed.ingestion.mention.AuthorContext;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.parent.ParentPost;
import org.jspecify.annotations.Nullable;

/**
 * A mention with what is known around it when it is heard.
 *
 * @param parent what it answers, else what it quotes; null where there is none, or X does not show it
 * @param author as known before this page of posts
 */
public record Heard(Mention mention, @Nullable ParentPost parent, AuthorContext author) {}
