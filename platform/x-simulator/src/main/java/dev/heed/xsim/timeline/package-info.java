/**
 * Mentions and a person's own posts, newest first, by page. Reads posts, never changes them.
 */
@NullMarked
package dev.heed.xsim.timeline;

import org.jspecify.annotations.NullMarked;
