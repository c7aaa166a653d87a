/**
 * Clocks: how long a customer has waited, and until when we promised to be heard from.
 *
 * <p>Pure: a clock is started and stopped by the time of events, never by the time at which somebody looks.
 */
@NullMarked
package dev.heed.routing.clock;

import org.jspecify.annotations.NullMarked;
