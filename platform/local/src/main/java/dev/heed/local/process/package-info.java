/**
 * Processes as the kernel shows them: begun in a session of their own, named by a pid file that a recycled pid cannot
 * fool, ended with everything they began. Knows nothing of what the processes are for.
 */
@NullMarked
package dev.heed.local.process;

import org.jspecify.annotations.NullMarked;
