package dev.heed.ingestion.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param registeredAt since when it is listened for; null before it is
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
        @Nullable Instant resumedAt,
        @Nullable Instant registeredAt) {

    /** Without a budget; X does not refuse. */
    public Account(
            AccountId id,
            String handle,
            String name,
            AccountStatus status,
            @Nullable String lastHeardPostId,
            @Nullable Instant lastPolledAt) {
        this(id, handle, name, status, null, null, lastHeardPostId, lastPolledAt, null, null);
    }

    /** When a walk last came to its end, or listening began since; empty before it is registered. */
    public Optional<Instant> unheardSince() {
        return Stream.of(lastPolledAt, resumedAt, registeredAt)
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder());
    }

    /** Whether what was said in the last pause is not heard to its end yet. */
    public boolean isCatchingUp() {
        return status.listens() && resumedAt != null && (lastPolledAt == null || lastPolledAt.isBefore(resumedAt));
    }
}
