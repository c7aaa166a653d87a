package dev.heed.routing.triage;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.MalformedEvent;
import dev.heed.messaging.Trace;
import dev.heed.routing.post.Account;
import dev.heed.routing.post.Answerable;
import dev.heed.routing.post.AuthorContext;
import dev.heed.routing.post.Customer;
import dev.heed.routing.post.Parent;
import dev.heed.routing.post.Surroundings;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.TicketId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code mention.received.v2}, and of v1, which is the same without what may be missing here. */
@RegisterForReflection
record MentionReceivedV2(
        AccountV1 account,
        PostV2 post,
        @Nullable ParentV1 parent,
        @Nullable AuthorV1 author,
        @Nullable WatchV1 watch,
        @Nullable AnswerableV1 answerable,
        Instant heardAt) {

    record PostV2(
            String id,
            @Nullable String firstId,
            String text,
            String authorId,
            String authorHandle,
            String authorName,
            Instant createdAt,
            String conversationId,
            @Nullable String inReplyToPostId,
            String kind,
            boolean addressed,
            @Nullable List<MediaV1> media) {}

    record ParentV1(String id, String authorId, @Nullable String authorHandle, String text, Instant createdAt) {}

    record WatchV1(String id, String name) {}

    record AnswerableV1(boolean byApi, String why) {

        static @Nullable Answerable answerable(@Nullable AnswerableV1 told) {
            return told == null ? null : new Answerable(told.byApi(), told.why());
        }
    }

    /** The post that an event tells of. */
    static HeardPost post(Envelope event) {
        return event.dataAs(MentionReceivedV2.class).heard(event.traceparent());
    }

    private HeardPost heard(@Nullable String traceparent) {
        if (post.authorId().equals(account.id())) {
            throw new MalformedEvent("post.authorId is the account itself: what we post is no mention of us");
        }
        return new HeardPost(
                post.id(),
                new HeardPost.Version(Objects.requireNonNullElse(post.firstId(), post.id()), post.id(), null),
                TicketId.of(account.id(), post.conversationId(), post.authorId()),
                new Account(account.id(), account.handle()),
                new Customer(post.authorId(), post.authorHandle(), post.authorName()),
                post.conversationId(),
                post.text(),
                post.kind(),
                post.addressed(),
                post.inReplyToPostId(),
                post.createdAt(),
                heardAt,
                around(),
                Trace.continueFrom(traceparent));
    }

    private Surroundings around() {
        return new Surroundings(
                author == null ? AuthorContext.NONE : author.context(),
                parent == null
                        ? null
                        : new Parent(
                                parent.id(),
                                parent.authorId(),
                                parent.authorHandle(),
                                parent.text(),
                                parent.createdAt(),
                                null),
                MediaV1.media(post.media()),
                AnswerableV1.answerable(answerable),
                Optional.ofNullable(watch).map(WatchV1::name).orElse(null));
    }
}
