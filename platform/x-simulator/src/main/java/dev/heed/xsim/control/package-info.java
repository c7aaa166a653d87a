/**
 * What tests and demonstrations steer the simulator with, beside X's own API.
 */
@NullMarked
package dev.heed.xsim.control;

import org.jspecify.annotations.NullMarked;
