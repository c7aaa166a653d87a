/**
 * How often X may be asked: learned from its answers, spread over what is left of the window.
 *
 * <p>Owns what is known of X's limits, in memory only: every answer tells it anew, and every process learns of the others'
 * calls by it. Makes no call.
 */
@NullMarked
package dev.heed.ingestion.quota;

import org.jspecify.annotations.NullMarked;
