package dev.heed.ingestion.watch;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.rota.SourceKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search that the company listens to for an account.
 *
 * @param query as somebody wrote it
 * @param asked as X is asked: without reposts and without what our own accounts write
 * @param refusal why X does not take it, in X's words; null while it does
 * @param listensFrom what was posted before is not asked for
 * @param beginnings how often it began anew; each time with a cursor of its own
 */
record Watch(
        UUID id,
        AccountId account,
        String name,
        String query,
        String asked,
        WatchStatus status,
        @Nullable String refusal,
        Instant listensFrom,
        String createdBy,
        Instant createdAt,
        int beginnings) {

    SourceKey key() {
        return new SourceKey("watch:" + id + (beginnings == 0 ? "" : "." + beginnings));
    }

    Watch renamed(String other) {
        return new Watch(
                id, account, other, query, asked, status, refusal, listensFrom, createdBy, createdAt, beginnings);
    }

    Watch paused() {
        return new Watch(
                id,
                account,
                name,
                query,
                asked,
                WatchStatus.PAUSED,
                refusal,
                listensFrom,
                createdBy,
                createdAt,
                beginnings);
    }

    /** Looks for something else, or goes on after a pause: what was posted before {@code from} is not asked for. */
    Watch begunAnew(String newQuery, String newAsked, Instant from) {
        return new Watch(
                id,
                account,
                name,
                newQuery,
                newAsked,
                WatchStatus.ACTIVE,
                null,
                from,
                createdBy,
                createdAt,
                beginnings + 1);
    }
}
