/**
 * Money: what X bills for reading, written down as it is read, and the budgets of the accounts.
 *
 * <p>Owns the tables {@code spending} and {@code resource_read}. Makes no call and knows no page: it is told what an answer
 * held. A budget is set in the room {@code account}.
 */
@NullMarked
package dev.heed.ingestion.spending;

import org.jspecify.annotations.NullMarked;
