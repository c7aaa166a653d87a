/**
 * Holds the simulator against what it imitates: X's own documents, and clients that others wrote.
 */
@NullMarked
package dev.heed.xsim.contract;

import org.jspecify.annotations.NullMarked;
