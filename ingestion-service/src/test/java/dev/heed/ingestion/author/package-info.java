/** Tests of this room. */
@NullMarked
package dev.heed.ingestion.author;

import org.jspecify.annotations.NullMarked;
