/**
 * When each post was first served. Remembers, and decides nothing.
 */
@NullMarked
package dev.heed.xsim.served;

import org.jspecify.annotations.NullMarked;
