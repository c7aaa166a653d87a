package dev.heed.ingestion.mention;

import dev.heed.ingestion.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post that was heard, and the account that it turns to.
 *
 * @param addressed it speaks to the account, not only about it: such a mention must be answered
 * @param watch the watch that found it too, if one did
 * @param traceparent of the trace that begins with this mention and goes on with everything that it causes
 */
public record Mention(
        AccountId account,
        String accountHandle,
        Post post,
        Kind kind,
        boolean addressed,
        @Nullable Watched watch,
        Answerable answerable,
        Instant heardAt,
        Via via,
        String traceparent) {}
