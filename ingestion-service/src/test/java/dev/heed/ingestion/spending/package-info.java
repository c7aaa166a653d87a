/** Tests of this room. */
@NullMarked
package dev.heed.ingestion.spending;

import org.jspecify.annotations.NullMarked;
