package dev.heed.ingestion.account;

import java.time.Instant;

/**
 * An account goes by another handle.
 *
 * @param at when we noticed
 */
public record Renaming(String from, String to, Instant at) {}
