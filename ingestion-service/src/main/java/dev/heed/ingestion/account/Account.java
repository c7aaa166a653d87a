package dev.heed.ingestion.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An X account that the company runs.
 *
 * @param handle without @
 * @param lastHeardPostId the newest post that a finished walk met
 * @param lastPolledAt when a walk last came to its end
 */
public record Account(
        AccountId id,
        String handle,
        String name,
        AccountStatus status,
        @Nullable String lastHeardPostId,
        @Nullable Instant lastPolledAt) {}
