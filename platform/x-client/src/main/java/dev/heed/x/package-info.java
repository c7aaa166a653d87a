/**
 * Owns the conversation with X API v2: both dialects, limits, refusals, tokens on the way.
 *
 * <p>Must not know a word of the domain (mention, ticket, reply), must not retry, must not keep anything: what an answer
 * means for the caller is the caller's decision. Tokens never reach a log, an exception or a {@code toString}.
 */
@NullMarked
package dev.heed.x;

import org.jspecify.annotations.NullMarked;
