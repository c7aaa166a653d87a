/** Tests of the room subscription. */
@NullMarked
package dev.heed.ingestion.subscription;

import org.jspecify.annotations.NullMarked;
