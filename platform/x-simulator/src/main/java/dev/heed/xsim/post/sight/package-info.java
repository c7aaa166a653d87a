/**
 * Who may see which post, where and from when on. Decides; timelines, search and look-ups obey.
 */
@NullMarked
package dev.heed.xsim.post.sight;

import org.jspecify.annotations.NullMarked;
