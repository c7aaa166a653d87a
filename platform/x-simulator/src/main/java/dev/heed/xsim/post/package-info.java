/**
 * Posts: taking them under X's rules, deleting them, showing them. Does not choose which to show; timelines and search do.
 */
@NullMarked
package dev.heed.xsim.post;

import org.jspecify.annotations.NullMarked;
