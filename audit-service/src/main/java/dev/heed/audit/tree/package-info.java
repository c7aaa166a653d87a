/**
 * The log's hashing: owns RFC 6962's leaf hash, and nothing that knows what an entry says.
 *
 * <p>Pure Java. Must not know of storage, of HTTP or of any other room of this service, so that a verifier can use it without
 * trusting the code that wrote the log.
 */
@NullMarked
package dev.heed.audit.tree;

import org.jspecify.annotations.NullMarked;
