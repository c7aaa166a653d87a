/**
 * What a mention answers, else what it quotes: the people who answer want to see it beside the mention.
 *
 * <p>Owns the table {@code parent_post}, which holds it in one place, by post id, so that it can be erased like any other
 * text of a customer's. What is a mention itself is kept as that, and not here.
 *
 * <p>An event does not wait for X. Nearly always X shows the parent with the mention, at no cost, or it is stored already; a
 * page's parents that are neither are asked for in one call, before the page's transaction begins, and waited for a second at
 * most. What comes later than that is kept, and shown by {@code GET /mentions/{id}}, which asks once more if need be; the
 * event has then gone without it. Waiting longer would delay a hundred customers for one quotation, and an event of its own
 * for a late parent would oblige every reader to deal with a case of one in thousands.
 */
@NullMarked
package dev.heed.ingestion.parent;

import org.jspecify.annotations.NullMarked;
