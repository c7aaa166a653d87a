/**
 * What X tells us by itself: its deliveries are checked, kept, answered, and worked afterwards.
 *
 * <p>Owns the table {@code delivery}. Hands posts to the intake and messages to their room; whoever must know of deletions
 * offers a {@link dev.heed.ingestion.webhook.PostDeletions}. Does not ask X to deliver.
 */
@NullMarked
package dev.heed.ingestion.webhook;

import org.jspecify.annotations.NullMarked;
