/**
 * What was heard: a public post of somebody else that addresses an account, replies to it or quotes it.
 *
 * <p>Owns the table {@code mention} and the event {@code mention.received.v1}. Decides whom a post speaks to, and nothing
 * about what to do with it.
 */
@NullMarked
package dev.heed.ingestion.mention;

import org.jspecify.annotations.NullMarked;
