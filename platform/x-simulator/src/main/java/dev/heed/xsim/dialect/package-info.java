/**
 * The two vocabularies of X's API (posts and tweets), the reading of parameters and the shapes of X's errors.
 */
@NullMarked
package dev.heed.xsim.dialect;

import org.jspecify.annotations.NullMarked;
