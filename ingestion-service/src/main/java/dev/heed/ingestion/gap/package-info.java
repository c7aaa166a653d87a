/**
 * What may not have been heard: what X hid, because more came than it shows, or because we were away for longer than it looks
 * back.
 *
 * <p>Owns the table {@code gap} and the event {@code finding.raised.v1}. A gap is noted in the transaction that moves a
 * cursor past it, so that no cursor ever hides one. How it is filled is the business of {@code cursor}; what cannot be filled
 * is said loudly, once: as a finding, in the log as an error, in the metric {@code heed_ingestion_gaps}, and to the health
 * page for good.
 */
@NullMarked
package dev.heed.ingestion.gap;

import org.jspecify.annotations.NullMarked;
