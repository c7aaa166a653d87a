/**
 * Answers with many things in them, written straight into bytes, with the ids that the gate bills and takes down. Knows no post.
 */
@NullMarked
package dev.heed.xsim.answer;

import org.jspecify.annotations.NullMarked;
