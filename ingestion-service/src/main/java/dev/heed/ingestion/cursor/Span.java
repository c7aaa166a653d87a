package dev.heed.ingestion.cursor;

/** Posts with ids between these two, neither included. */
record Span(long from, long to) {}
