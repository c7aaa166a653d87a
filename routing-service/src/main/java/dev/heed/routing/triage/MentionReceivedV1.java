package dev.heed.routing.triage;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.MalformedEvent;
import dev.heed.messaging.Trace;
import dev.heed.routing.ticket.Account;
import dev.heed.routing.ticket.Customer;
import dev.heed.routing.ticket.HeardPost;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code mention.received.v1}. */
@RegisterForReflection
record MentionReceivedV1(AccountV1 account, PostV1 post, Instant heardAt) {

    record AccountV1(String id, String handle) {}

    record PostV1(
            String id,
            String text,
            String authorId,
            String authorHandle,
            String authorName,
            Instant createdAt,
            String conversationId,
            @Nullable String inReplyToPostId,
            String kind,
            boolean addressed) {}

    /** The post that an event tells of. */
    static HeardPost post(Envelope event) {
        MentionReceivedV1 mention = event.dataAs(MentionReceivedV1.class);
        PostV1 post = mention.post();
        if (post.authorId().equals(mention.account().id())) {
            throw new MalformedEvent("post.authorId is the account itself: what we post is no mention of us");
        }
        return new HeardPost(
                post.id(),
                new Account(mention.account().id(), mention.account().handle()),
                new Customer(post.authorId(), post.authorHandle(), post.authorName()),
                post.conversationId(),
                post.text(),
                post.kind(),
                post.addressed(),
                post.inReplyToPostId(),
                post.createdAt(),
                mention.heardAt(),
                Trace.continueFrom(event.traceparent()));
    }
}
