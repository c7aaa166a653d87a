/**
 * What X is asked to tell us by itself: one webhook, and for each connected account the kinds of activity that matter.
 *
 * <p>Owns the table {@code subscription} and the registration at X, which it keeps in being. Does not know what is delivered.
 */
@NullMarked
package dev.heed.ingestion.subscription;

import org.jspecify.annotations.NullMarked;
