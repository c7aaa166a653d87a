/**
 * The X accounts that the company runs and listens for: registering, pausing, removing, showing.
 *
 * <p>Owns the table {@code account}. Does not know how mentions are fetched, and keeps no token. A removed account keeps its
 * row, because what it writes itself must never come back as a customer's mention.
 */
@NullMarked
package dev.heed.ingestion.account;

import org.jspecify.annotations.NullMarked;
