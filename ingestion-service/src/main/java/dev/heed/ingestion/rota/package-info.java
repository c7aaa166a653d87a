/**
 * Turns: what is listened to, whose turn it is, and how a turn ended.
 *
 * <p>Owns the ticking. A room that has something to listen to offers its {@link dev.heed.ingestion.rota.Sources}; what a
 * turn does is that room's business.
 */
@NullMarked
package dev.heed.ingestion.rota;

import org.jspecify.annotations.NullMarked;
