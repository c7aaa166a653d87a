/** Tests of this room. */
@NullMarked
package dev.heed.ingestion.parent;

import org.jspecify.annotations.NullMarked;
