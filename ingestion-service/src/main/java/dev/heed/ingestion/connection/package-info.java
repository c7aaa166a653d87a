/**
 * The right to read for an account: its own token where its owner consented, else the app's.
 *
 * <p>Tokens never leave this room but as a {@link dev.heed.ingestion.connection.Bearer} on its way to X.
 */
@NullMarked
package dev.heed.ingestion.connection;

import org.jspecify.annotations.NullMarked;
