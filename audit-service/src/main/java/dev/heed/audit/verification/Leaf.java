package dev.heed.audit.verification;

import org.jspecify.annotations.Nullable;

/** One row of the log as the verifier reads it: the bytes, the hash they should have, and the columns that repeat them. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Leaf(long index, byte[] bytes, byte[] leafHash, Columns columns) {

    record Columns(
            String kind,
            String sourceEvent,
            String account,
            @Nullable String ticketId,
            @Nullable String replyId,
            @Nullable String postId) {}
}
