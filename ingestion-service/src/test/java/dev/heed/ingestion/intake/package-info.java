/** Tests of this room. */
@NullMarked
package dev.heed.ingestion.intake;

import org.jspecify.annotations.NullMarked;
