/**
 * Turns: what is listened to, whose turn it is, and how a turn ended.
 *
 * <p>Owns the ticking and the table {@code source_turn}. A room that has something to listen to offers its {@link
 * dev.heed.ingestion.rota.Sources}; what a turn does is that room's business.
 */
@NullMarked
package dev.heed.ingestion.rota;

import org.jspecify.annotations.NullMarked;
