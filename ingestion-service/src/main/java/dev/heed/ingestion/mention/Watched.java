package dev.heed.ingestion.mention;

/** The watch that found a post, under the name that it had then. */
public record Watched(String id, String name) {}
