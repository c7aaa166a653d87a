/**
 * The X accounts that the company runs and listens for: registering, showing.
 *
 * <p>Owns the table {@code account}. Does not know how mentions are fetched, and keeps no token.
 */
@NullMarked
package dev.heed.ingestion.account;

import org.jspecify.annotations.NullMarked;
