/**
 * The key that encrypts what the database must not show: tokens, private messages, what webhooks brought.
 *
 * <p>Owns whether there is one. Does not know what it is used for.
 */
@NullMarked
package dev.heed.ingestion.secret;

import org.jspecify.annotations.NullMarked;
