/**
 * Connecting an account: its owner consents on X, and we may read as it from then on.
 *
 * <p>Owns the table {@code consent} and the API of connections: OAuth 2 with PKCE, a state that is good once and for ten
 * minutes. What was granted is kept by {@link dev.heed.ingestion.connection.Connections}, and never shown here.
 */
@NullMarked
package dev.heed.ingestion.consent;

import org.jspecify.annotations.NullMarked;
