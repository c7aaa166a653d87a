/**
 * The life of a ticket: what it is, its sealed states, what may happen to it and what is refused.
 *
 * <p>Pure: told the time, the decision and the owner; knows neither tables nor HTTP. Each happening gives one
 * {@link dev.heed.routing.ticket.life.TicketChange}, which is one version.
 */
@NullMarked
package dev.heed.routing.ticket.life;

import org.jspecify.annotations.NullMarked;
