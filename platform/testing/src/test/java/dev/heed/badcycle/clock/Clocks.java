package dev.heed.badcycle.clock;

import dev.heed.badcycle.ticket.Ticket;
import java.util.List;

/** Knows the tickets that know it. */
public record Clocks(List<Ticket> running) {}
