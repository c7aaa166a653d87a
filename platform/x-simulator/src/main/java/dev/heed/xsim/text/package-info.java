/**
 * Texts as X sets them: links shortened, HTML escaped, long ones cut, and where the names, tags and links in them stand. Knows no post.
 */
@NullMarked
package dev.heed.xsim.text;

import org.jspecify.annotations.NullMarked;
