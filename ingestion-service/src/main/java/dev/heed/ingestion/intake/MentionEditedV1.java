package dev.heed.ingestion.intake;

import dev.heed.ingestion.mention.Answerable;
import dev.heed.ingestion.mention.Post;
import dev.heed.messaging.Event;
import dev.heed.messaging.Trace;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code mention.edited.v1}: a newer version of a mention replaced the one that was kept. */
@RegisterForReflection
record MentionEditedV1(MentionReceivedV2.AccountV2 account, VersionV1 post, Answerable answerable, Instant heardAt) {

    static final String TYPE = "mention.edited.v1";

    @RegisterForReflection
    record VersionV1(
            String id,
            String firstId,
            String previousId,
            String text,
            Instant createdAt,
            @Nullable String lang,
            String kind,
            boolean addressed,
            @Nullable List<MediaV1> media) {}

    /** The whole event, in the trace of the mention. */
    static Event event(Edit edit) {
        Post post = edit.post();
        VersionV1 version = new VersionV1(
                post.id(),
                edit.firstId(),
                post.previousId(),
                post.text(),
                post.createdAt(),
                post.lang(),
                edit.kind().word(),
                edit.addressed(),
                MediaV1.of(post.media()));
        return new Event(
                TYPE,
                edit.conversationId(),
                edit.account().value(),
                new MentionEditedV1(
                        new MentionReceivedV2.AccountV2(edit.account().value(), edit.accountHandle()),
                        version,
                        edit.answerable(),
                        edit.heardAt()),
                Trace.continueFrom(edit.traceparent()));
    }
}
