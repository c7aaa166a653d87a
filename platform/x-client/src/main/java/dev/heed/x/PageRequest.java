package dev.heed.x;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which walk.
 *
 * <p>X's rules: {@code since_id} wins over {@code start_time} on timelines and excludes it on search, so at most one of
 * the two is sent, {@code sinceId} first. A page has 5 to 100 posts (10 to 100 on search).
 *
 * @param sinceId only posts newer than this id
 * @param untilId only posts older than this id
 * @param startTime only posts from this time on
 * @param paginationToken {@link XPage#nextToken()} of the page before
 */
public record PageRequest(
        int maxResults,
        @Nullable String sinceId,
        @Nullable String untilId,
        @Nullable Instant startTime,
        @Nullable String paginationToken) {}
