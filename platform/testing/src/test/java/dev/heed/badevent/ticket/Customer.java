package dev.heed.badevent.ticket;

/** Forgotten. */
record Customer(String id) {}
