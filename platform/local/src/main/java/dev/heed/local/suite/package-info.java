/**
 * {@code ./heed test}: everything that is tested, in one run, on parts of its own that end with it. It judges by the
 * reports that the test runners write, not by what they print.
 */
@NullMarked
package dev.heed.local.suite;

import org.jspecify.annotations.NullMarked;
