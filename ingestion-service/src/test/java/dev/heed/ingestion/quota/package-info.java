/** Tests of this room. */
@NullMarked
package dev.heed.ingestion.quota;

import org.jspecify.annotations.NullMarked;
