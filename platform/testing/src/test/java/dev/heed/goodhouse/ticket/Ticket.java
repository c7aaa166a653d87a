package dev.heed.goodhouse.ticket;

import java.time.Instant;

/** Pure: it is told the time. */
record Ticket(String id, Instant openedAt) {}
