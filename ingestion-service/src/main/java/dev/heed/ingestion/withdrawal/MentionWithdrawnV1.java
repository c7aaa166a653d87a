package dev.heed.ingestion.withdrawal;

import dev.heed.messaging.Event;
import dev.heed.messaging.Trace;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** The data of {@code mention.withdrawn.v1}: whoever holds the post's text erases it. */
@RegisterForReflection
record MentionWithdrawnV1(AccountV1 account, PostV1 post, String reason, String howKnown, Instant at) {

    static final String TYPE = "mention.withdrawn.v1";

    @RegisterForReflection
    record AccountV1(String id, String handle) {}

    @RegisterForReflection
    record PostV1(String id, String firstId, String authorId, String conversationId) {}

    /** The whole event, behind the post's own in the order of its conversation, and in its trace. */
    static Event event(Erased erased, Reason reason, HowKnown howKnown, Instant at) {
        return new Event(
                TYPE,
                erased.conversationId(),
                erased.accountId(),
                new MentionWithdrawnV1(
                        new AccountV1(erased.accountId(), erased.accountHandle()),
                        new PostV1(erased.postId(), erased.firstId(), erased.authorId(), erased.conversationId()),
                        reason.word(),
                        howKnown.word(),
                        at),
                Trace.continueFrom(erased.traceparent()));
    }
}
