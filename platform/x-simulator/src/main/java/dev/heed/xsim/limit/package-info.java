/**
 * Rate limits: windows of fifteen minutes and of a day, and the headers that tell of them.
 */
@NullMarked
package dev.heed.xsim.limit;

import org.jspecify.annotations.NullMarked;
