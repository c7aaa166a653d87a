package dev.heed.ingestion.intake;

import dev.heed.ingestion.mention.Answerable;
import dev.heed.ingestion.mention.AuthorContext;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.mention.Post;
import dev.heed.ingestion.mention.Watched;
import dev.heed.ingestion.parent.ParentPost;
import dev.heed.messaging.Event;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code mention.received.v2}: a mention was heard and stored. */
@RegisterForReflection
record MentionReceivedV2(
        AccountV2 account,
        PostV2 post,
        @Nullable ParentV2 parent,
        AuthorV2 author,
        @Nullable Watched watch,
        Answerable answerable,
        Instant heardAt,
        String via) {

    static final String TYPE = "mention.received.v2";

    @RegisterForReflection
    record AccountV2(String id, String handle) {}

    @RegisterForReflection
    record PostV2(
            String id,
            String firstId,
            String text,
            String authorId,
            String authorHandle,
            String authorName,
            Instant createdAt,
            String conversationId,
            @Nullable String inReplyToPostId,
            @Nullable String inReplyToUserId,
            @Nullable String quotedPostId,
            @Nullable String lang,
            String kind,
            boolean addressed,
            @Nullable List<MediaV1> media) {}

    @RegisterForReflection
    record ParentV2(String id, String authorId, @Nullable String authorHandle, String text, Instant createdAt) {}

    @RegisterForReflection
    record AuthorV2(
            @Nullable Long followers,
            @Nullable Boolean verified,
            @Nullable Instant since,
            int mentionsBefore,
            @Nullable Instant firstHeardAt,
            @Nullable String tier) {}

    /** The whole event; a conversation's mentions leave in the order in which they were heard. */
    static Event event(Heard heard) {
        Mention mention = heard.mention();
        return new Event(
                TYPE,
                mention.post().conversationId(),
                mention.account().value(),
                data(mention, heard.parent(), heard.author()),
                mention.traceparent());
    }

    private static MentionReceivedV2 data(Mention mention, @Nullable ParentPost parent, AuthorContext author) {
        return new MentionReceivedV2(
                new AccountV2(mention.account().value(), mention.accountHandle()),
                post(mention, mention.post()),
                parent == null
                        ? null
                        : new ParentV2(
                                parent.id(),
                                parent.authorId(),
                                parent.authorHandle(),
                                parent.text(),
                                parent.createdAt()),
                new AuthorV2(
                        author.followers(),
                        author.verified(),
                        author.since(),
                        author.mentionsBefore(),
                        author.firstHeardAt(),
                        author.tier()),
                mention.watch(),
                mention.answerable(),
                mention.heardAt(),
                mention.via().word());
    }

    private static PostV2 post(Mention mention, Post post) {
        return new PostV2(
                post.id(),
                post.firstId(),
                post.text(),
                post.authorId(),
                post.authorHandle(),
                post.authorName(),
                post.createdAt(),
                post.conversationId(),
                post.inReplyToPostId(),
                post.inReplyToUserId(),
                post.quotedPostId(),
                post.lang(),
                mention.kind().word(),
                mention.addressed(),
                MediaV1.of(post.media()));
    }
}
