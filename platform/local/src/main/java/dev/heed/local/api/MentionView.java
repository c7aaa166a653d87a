package dev.heed.local.api;

import java.time.Instant;

/** A mention as ingestion shows it. */
public record MentionView(String postId, String text, Instant createdAt, Instant heardAt, String via, String traceId) {}
