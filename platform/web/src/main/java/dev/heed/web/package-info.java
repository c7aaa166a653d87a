/**
 * Owns the form in which every service refuses at its edge: problem details (RFC 9457) with stable types.
 *
 * <p>Must not know what is refused: the words of a domain stay with its resources.
 */
@NullMarked
package dev.heed.web;

import org.jspecify.annotations.NullMarked;
