/**
 * Owns the order that all lists of this service are shown in.
 *
 * <p>Must not know what is listed.
 */
@NullMarked
package dev.heed.reply.web;

import org.jspecify.annotations.NullMarked;
