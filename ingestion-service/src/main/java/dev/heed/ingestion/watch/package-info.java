/**
 * Watches: searches that the company listens to beside what speaks to its accounts.
 *
 * <p>Owns the table {@code watch}, what a watch may ask of X, and trying it before it is kept. How a search is walked, and
 * what a post means, is other rooms' business.
 */
@NullMarked
package dev.heed.ingestion.watch;

import org.jspecify.annotations.NullMarked;
