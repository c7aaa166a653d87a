package dev.heed.badpackage.ticket;

/** Lives in a package that says nothing of itself. */
record Ticket(String id) {}
