/**
 * What hangs on a post beside its words: pictures, films, polls. Knows no post.
 */
@NullMarked
package dev.heed.xsim.attachment;

import org.jspecify.annotations.NullMarked;
