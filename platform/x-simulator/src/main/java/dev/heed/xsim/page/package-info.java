/**
 * Cutting what is newest first into pages with opaque tokens. Knows nothing of what is cut.
 */
@NullMarked
package dev.heed.xsim.page;

import org.jspecify.annotations.NullMarked;
