package dev.heed.ingestion.intake;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.mention.Post;
import java.time.Instant;

/**
 * A newer version of a mention that was heard before.
 *
 * @param firstId under which the mention was announced
 * @param conversationId of the mention as announced
 * @param traceparent of the mention
 */
record Edit(
        AccountId account,
        String accountHandle,
        String firstId,
        String conversationId,
        Post post,
        Instant heardAt,
        String traceparent) {}
