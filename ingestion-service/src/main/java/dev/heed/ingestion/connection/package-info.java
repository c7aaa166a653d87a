/**
 * The right to read for an account: its own token where its owner consented, else the app's.
 *
 * <p>Owns the table {@code connection}: tokens encrypted at rest, refresh tokens that are used once. Tokens never leave this room
 * but as a {@link dev.heed.ingestion.connection.Bearer} on its way to X: not into views, events, logs or {@code toString}.
 */
@NullMarked
package dev.heed.ingestion.connection;

import org.jspecify.annotations.NullMarked;
