/**
 * Triage: from a heard mention to a decided ticket with an owner and running clocks.
 *
 * <p>Brings policy, tickets and assignment together, in one transaction for a whole batch. Owns no table.
 */
@NullMarked
package dev.heed.routing.triage;

import org.jspecify.annotations.NullMarked;
