/** Tests of this room. */
@NullMarked
package dev.heed.ingestion.mention;

import org.jspecify.annotations.NullMarked;
