/**
 * What customers, or X, took back: noticed, erased here, and told, so that it is erased everywhere.
 *
 * <p>Owns the table {@code look_up}, the columns {@code withdrawn_*} of {@code mention}, and the event {@code
 * mention.withdrawn.v1}. Erases only on X's word about the very post, never because X could not be asked.
 */
@NullMarked
package dev.heed.ingestion.withdrawal;

import org.jspecify.annotations.NullMarked;
