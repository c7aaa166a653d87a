/**
 * The closing report of a replay: what was played, how fast it was answered, and the proof from the simulator's ledger.
 *
 * <p>Owns the judgement, which is pure and knows no HTTP ({@link dev.heed.local.report.Proof}), and the collecting of what
 * it judges. Never changes anything.
 */
@NullMarked
package dev.heed.local.report;

import org.jspecify.annotations.NullMarked;
