/**
 * What is asked and by whom: the endpoints of X with their limits and scopes, and the caller. Decides nothing.
 */
@NullMarked
package dev.heed.xsim.call;

import org.jspecify.annotations.NullMarked;
