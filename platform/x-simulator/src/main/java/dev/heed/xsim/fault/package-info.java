/**
 * Faults that a test orders in advance. Keeps them; the gate acts them out.
 */
@NullMarked
package dev.heed.xsim.fault;

import org.jspecify.annotations.NullMarked;
