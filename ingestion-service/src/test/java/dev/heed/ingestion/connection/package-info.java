/** Tests of the room connection. */
@NullMarked
package dev.heed.ingestion.connection;

import org.jspecify.annotations.NullMarked;
