/**
 * Getting software: calling Maven, unpacking archives once, building the services when their sources changed.
 *
 * <p>What is got here is immutable and shared by the checkout's installations; it never holds an installation's data.
 */
@NullMarked
package dev.heed.local.build;

import org.jspecify.annotations.NullMarked;
