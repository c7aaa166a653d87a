/**
 * What can be measured, and how a figure is told.
 *
 * <p>Knows nothing of what is measured: each benchmark is a room of its own and one line in {@link
 * dev.heed.benchmarks.Main}.
 */
@NullMarked
package dev.heed.benchmarks;

import org.jspecify.annotations.NullMarked;
