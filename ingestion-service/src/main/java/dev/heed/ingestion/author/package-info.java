/**
 * Who wrote: reach as X shows it, history with the account as we heard it, tier as the company's customer records tell it.
 *
 * <p>Owns no table: it reads the history out of what was heard. Writes nothing, and nothing waits for it but a page.
 */
@NullMarked
package dev.heed.ingestion.author;

import org.jspecify.annotations.NullMarked;
