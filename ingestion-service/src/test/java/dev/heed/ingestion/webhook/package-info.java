/** Tests of the room webhook. */
@NullMarked
package dev.heed.ingestion.webhook;

import org.jspecify.annotations.NullMarked;
