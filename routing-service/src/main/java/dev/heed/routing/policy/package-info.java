/**
 * The care policy: what a post asks of us, by which rule and why.
 *
 * <p>Owns the policy document, its checking, and the decision. Pure code: nothing here knows of tickets, of the
 * database or of the broker; reading the document once at start is its only I/O.
 */
@NullMarked
package dev.heed.routing.policy;

import org.jspecify.annotations.NullMarked;
