package dev.heed.ingestion.message;

import dev.heed.ingestion.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A private message that an account received.
 *
 * @param id X's, in order of time
 * @param senderHandle without @; absent where X did not tell
 * @param media how many photos, films or the like go with it
 * @param traceparent of the trace that begins with it
 */
record Message(
        AccountId account,
        String accountHandle,
        String id,
        String conversationId,
        String senderId,
        @Nullable String senderHandle,
        @Nullable String senderName,
        String text,
        int media,
        Instant createdAt,
        Instant heardAt,
        Via via,
        String traceparent) {

    /** Tells everything but what was said, and by whom. */
    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
