/**
 * Plays recorded conversations as if they happened now. Plays only the customers; brands must answer through the API.
 */
@NullMarked
package dev.heed.xsim.replay;

import org.jspecify.annotations.NullMarked;
