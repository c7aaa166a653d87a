package dev.heed.ingestion.quota;

import java.time.Instant;

/**
 * What X told of a limit at some time, for people to look at.
 *
 * @param left calls, when it was told
 */
public record ToldQuota(Endpoint endpoint, TokenKey token, int limit, int left, Instant resetsAt, Instant toldAt) {

    static ToldQuota of(Ask ask, Quota quota, Instant now) {
        return new ToldQuota(ask.endpoint(), ask.token(), quota.limit(), quota.left(), quota.resetsAt(), now);
    }

    /** Calls that are left now: after the reset there is a new window. */
    public int left(Instant now) {
        return now.isBefore(resetsAt) ? left : limit;
    }
}
