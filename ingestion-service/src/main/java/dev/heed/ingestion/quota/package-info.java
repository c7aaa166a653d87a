/**
 * The one door to X: how often it may be asked, learnt from its answers and obeyed before it has to say so.
 *
 * <p>Owns the table {@code quota_told}, for people to look at; what is decided by is in memory only: every answer tells it
 * anew, and every process learns of the others' calls by it. What a call costs is the business of a {@link
 * dev.heed.ingestion.quota.Till}.
 */
@NullMarked
package dev.heed.ingestion.quota;

import org.jspecify.annotations.NullMarked;
