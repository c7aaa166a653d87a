/** The commands of {@code ./heed}: what a person types and reads. What they do is done elsewhere. */
@NullMarked
package dev.heed.local.cli;

import org.jspecify.annotations.NullMarked;
