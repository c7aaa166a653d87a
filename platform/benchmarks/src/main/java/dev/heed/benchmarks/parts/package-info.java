/**
 * Private real parts for a benchmark: database, broker, the simulator of X and services, each a process of its own.
 *
 * <p>Starts them on free ports in a folder of their own and ends them by their process ids; measures nothing.
 */
@NullMarked
package dev.heed.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
