/**
 * The door before every endpoint of X: faults, authentication, scopes, rate limits, in this order.
 */
@NullMarked
package dev.heed.xsim.gate;

import org.jspecify.annotations.NullMarked;
