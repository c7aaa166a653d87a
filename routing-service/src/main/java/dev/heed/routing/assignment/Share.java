package dev.heed.routing.assignment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one owner has to do, and since when they were last given something. */
record Share(String owner, long openTickets, @Nullable Instant lastAssignedAt) {

    Share withOneMore(Instant at) {
        return new Share(owner, openTickets + 1, at);
    }

    /** When this owner was last given something; those who never were are the longest idle. */
    Instant idleSince() {
        return lastAssignedAt == null ? Instant.EPOCH : lastAssignedAt;
    }
}
