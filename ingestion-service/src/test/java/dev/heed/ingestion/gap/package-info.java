/** Tests of this room. */
@NullMarked
package dev.heed.ingestion.gap;

import org.jspecify.annotations.NullMarked;
