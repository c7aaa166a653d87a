package dev.heed.ingestion.mention;

import dev.heed.ingestion.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post that was heard, and the account that it turns to.
 *
 * @param authorHandle without @; the author's id where X did not say the handle
 * @param addressed it speaks to the account, not only about it: such a mention must be answered
 * @param traceparent of the trace that begins with this mention and goes on with everything that it causes
 */
public record Mention(
        AccountId account,
        String accountHandle,
        String postId,
        String text,
        String authorId,
        String authorHandle,
        String authorName,
        Instant createdAt,
        String conversationId,
        @Nullable String inReplyToPostId,
        @Nullable String inReplyToUserId,
        @Nullable String lang,
        Kind kind,
        boolean addressed,
        Instant heardAt,
        Via via,
        String traceparent) {}
