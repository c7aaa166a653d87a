/** Tests of this room. */
@NullMarked
package dev.heed.ingestion.cursor;

import org.jspecify.annotations.NullMarked;
