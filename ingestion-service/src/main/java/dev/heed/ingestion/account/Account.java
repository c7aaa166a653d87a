package dev.heed.ingestion.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An X account that the company runs.
 *
 * @param handle without @
 * @param refusedWhy X's reason, in words, while it refuses
 * @param monthlyBudgetMicros what listening may cost in a calendar month, in millionths of a dollar; null: no bound
 * @param lastHeardPostId the newest post that a finished walk met
 * @param lastPolledAt when a walk last came to its end
 * @param resumedAt when the last pause ended
 */
public record Account(
        AccountId id,
        String handle,
        String name,
        AccountStatus status,
        @Nullable String refusedWhy,
        @Nullable Long monthlyBudgetMicros,
        @Nullable String lastHeardPostId,
        @Nullable Instant lastPolledAt,
        @Nullable Instant resumedAt) {

    /** Without a budget; X does not refuse. */
    public Account(
            AccountId id,
            String handle,
            String name,
            AccountStatus status,
            @Nullable String lastHeardPostId,
            @Nullable Instant lastPolledAt) {
        this(id, handle, name, status, null, null, lastHeardPostId, lastPolledAt, null);
    }

    /** Whether what was said in the last pause is not heard to its end yet. */
    public boolean isCatchingUp() {
        return status.listens() && resumedAt != null && (lastPolledAt == null || lastPolledAt.isBefore(resumedAt));
    }
}
