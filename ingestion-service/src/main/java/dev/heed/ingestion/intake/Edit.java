package dev.heed.ingestion.intake;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.mention.Answerable;
import dev.heed.ingestion.mention.Kind;
import dev.heed.ingestion.mention.Post;
import java.time.Instant;

/**
 * A newer version of a mention that was heard before.
 *
 * @param firstId under which the mention was announced
 * @param conversationId of the mention as announced
 * @param kind of the mention as it stands now, like {@code addressed} and {@code answerable}
 * @param traceparent of the mention
 */
record Edit(
        AccountId account,
        String accountHandle,
        String firstId,
        String conversationId,
        Post post,
        Kind kind,
        boolean addressed,
        Answerable answerable,
        Instant heardAt,
        String traceparent) {}
