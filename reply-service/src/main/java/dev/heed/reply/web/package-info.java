/**
 * Owns the forms that all resources of this service answer in: problems and pages.
 *
 * <p>Must not know what is refused or listed.
 */
@NullMarked
package dev.heed.reply.web;

import org.jspecify.annotations.NullMarked;
