package dev.heed.ingestion;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.mention.Answerable;
import dev.heed.ingestion.mention.Kind;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.mention.Post;
import dev.heed.ingestion.mention.Via;
import dev.heed.messaging.Trace;
import java.time.Instant;
import java.util.List;

/** Mentions as heard. */
public final class Heards {

    private Heards() {}

    /** The least that a mention has. */
    public static Mention mention(String accountId, String handle, String postId, Kind kind, Via via, Instant at) {
        Post post = new Post(
                postId,
                List.of(postId),
                "@" + handle + " hello",
                "7",
                "jo",
                "Jo",
                at,
                postId,
                null,
                null,
                null,
                null,
                List.of());
        return new Mention(
                new AccountId(accountId),
                handle,
                post,
                kind,
                kind != Kind.QUOTE,
                null,
                new Answerable(true, "It mentions @" + handle + ", so X lets the account answer."),
                at,
                via,
                Trace.continueFrom(null));
    }
}
