/**
 * Owns the company's right to post as an account: consent by OAuth 2 with PKCE, tokens encrypted at rest, refresh tokens
 * that are used once.
 *
 * <p>Must not let a token out but to the one who calls X with it: not into views, events, logs or {@code toString}.
 */
@NullMarked
package dev.heed.reply.connection;

import org.jspecify.annotations.NullMarked;
