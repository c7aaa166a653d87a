/**
 * The one way in for public posts, however they came: by a walk, a search, a watch, X's own delivery, the filling of a gap or
 * a look-up.
 *
 * <p>Owns the table {@code mention_version}, writes {@code mention}, and announces {@code mention.received.v2} and {@code
 * mention.edited.v1}. A post is news once: the database decides, by the ids of all its versions, whichever of them comes first
 * and on whichever way. What an event says that is not in the post (its author's history, what it answers) is asked for before
 * the transaction, and what cannot be had in time is left out.
 */
@NullMarked
package dev.heed.ingestion.intake;

import org.jspecify.annotations.NullMarked;
