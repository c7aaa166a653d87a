/** Tests of this room. */
@NullMarked
package dev.heed.ingestion.health;

import org.jspecify.annotations.NullMarked;
