package dev.heed.badcycle.ticket;

import dev.heed.badcycle.clock.Clocks;

/** Knows its clocks, which know it. */
public record Ticket(Clocks clocks) {}
