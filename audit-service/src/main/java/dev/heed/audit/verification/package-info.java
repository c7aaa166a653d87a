/**
 * The check of the log by recomputation: owns the question whether what is stored is whole.
 *
 * <p>Reads the table on its own and never uses the code that wrote it, so that a mistake there cannot hide itself here. Must not write.
 */
@NullMarked
package dev.heed.audit.verification;

import org.jspecify.annotations.NullMarked;
