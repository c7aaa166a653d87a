/** Tests of the room consent. */
@NullMarked
package dev.heed.ingestion.consent;

import org.jspecify.annotations.NullMarked;
