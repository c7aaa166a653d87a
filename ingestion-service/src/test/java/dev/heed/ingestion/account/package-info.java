/** Tests of this room. */
@NullMarked
package dev.heed.ingestion.account;

import org.jspecify.annotations.NullMarked;
