/** Tests of this room. */
@NullMarked
package dev.heed.ingestion.rota;

import org.jspecify.annotations.NullMarked;
