/** Tests of this room. */
@NullMarked
package dev.heed.ingestion.crm;

import org.jspecify.annotations.NullMarked;
