/** Tests of {@code withdrawal}. */
@NullMarked
package dev.heed.ingestion.withdrawal;

import org.jspecify.annotations.NullMarked;
