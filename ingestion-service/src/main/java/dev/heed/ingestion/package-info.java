/** The root of the ingestion service: its rooms are its features. */
@NullMarked
package dev.heed.ingestion;

import org.jspecify.annotations.NullMarked;
