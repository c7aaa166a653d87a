/**
 * X's query language of recent search: reading it, saying what is wrong with a query before X does, and writing it in one
 * normal form.
 *
 * <p>Source of the rules: X's pages "Build a query" and "Search operators" of November 2026. Asks nobody, keeps nothing.
 */
@NullMarked
package dev.heed.x.query;

import org.jspecify.annotations.NullMarked;
