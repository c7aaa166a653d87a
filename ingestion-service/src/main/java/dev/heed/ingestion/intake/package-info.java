/**
 * The one way in: whatever brings posts, by polling or otherwise, hands them over here.
 *
 * <p>Owns that a post is heard once. Opens no transaction of its own, so that what is heard and how far was heard are one
 * commit; does not know where posts come from.
 */
@NullMarked
package dev.heed.ingestion.intake;

import org.jspecify.annotations.NullMarked;
