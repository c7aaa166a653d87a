/** Tests of the ingestion service as a whole, and what they share: a fake X, an ear on the broker. */
@NullMarked
package dev.heed.ingestion;

import org.jspecify.annotations.NullMarked;
