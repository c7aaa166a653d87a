/**
 * How posts are shown: their texts as X sets them, their fields in either dialect, and what an answer with them includes. Does not
 * choose which to show, and changes none.
 */
@NullMarked
package dev.heed.xsim.post.sheet;

import org.jspecify.annotations.NullMarked;
