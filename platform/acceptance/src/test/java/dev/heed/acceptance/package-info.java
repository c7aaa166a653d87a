/**
 * End to end: the packaged services on real parts, seen as agents, officers, customers and a browser see them.
 *
 * <p>One installation serves all tests of a run. No test looks into a service's tables.
 */
@NullMarked
package dev.heed.acceptance;

import org.jspecify.annotations.NullMarked;
