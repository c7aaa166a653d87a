/** Tests of this room. */
@NullMarked
package dev.heed.ingestion.watch;

import org.jspecify.annotations.NullMarked;
