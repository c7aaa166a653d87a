/**
 * Recent search: X's query language and its seven days. Reads posts, never changes them.
 */
@NullMarked
package dev.heed.xsim.search;

import org.jspecify.annotations.NullMarked;
