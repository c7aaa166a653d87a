/**
 * What was heard: a public post of somebody else that addresses an account, replies to it, quotes it or matches a watch.
 *
 * <p>Owns the table {@code mention}. Decides whom a post speaks to and whether X lets it be answered, and nothing about what
 * to do with it.
 */
@NullMarked
package dev.heed.ingestion.mention;

import org.jspecify.annotations.NullMarked;
