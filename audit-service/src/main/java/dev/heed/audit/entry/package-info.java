/**
 * The entries of the log: owns their bytes, their order and their storage, how events become entries, and how people find them.
 *
 * <p>An entry, once sealed, is never changed and never removed: nothing here offers to. Must not interpret what it records, must not
 * talk to X, and must not be asked by the verifier, which reads the table on its own.
 */
@NullMarked
package dev.heed.audit.entry;

import org.jspecify.annotations.NullMarked;
