/**
 * Owns the forms that the resources of all services answer in: problem details (RFC 9457) with stable types, and pages with
 * opaque cursors.
 *
 * <p>Must not know what is refused or listed: the words of a domain stay with its resources.
 */
@NullMarked
package dev.heed.web;

import org.jspecify.annotations.NullMarked;
