/**
 * The company's customer records (CRM), behind a port of ours: whoever implements {@code crm-hook.yaml} of
 * {@code platform/contracts} tells which tier a customer has.
 *
 * <p>Owns the call, its bounds (time, size, one host), what to do when it fails, and for how long an answer is believed.
 * Nobody waits for it longer than its time-out, and no mention depends on it.
 */
@NullMarked
package dev.heed.ingestion.crm;

import org.jspecify.annotations.NullMarked;
