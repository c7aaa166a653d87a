/** Tests of the room message. */
@NullMarked
package dev.heed.ingestion.message;

import org.jspecify.annotations.NullMarked;
