package dev.heed.routing.triage;

import dev.heed.messaging.Envelope;
import dev.heed.routing.post.EditedPost;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code mention.edited.v1}. */
@RegisterForReflection
record MentionEditedV1(PostV1 post, MentionReceivedV2.@Nullable AnswerableV1 answerable) {

    record PostV1(
            String id,
            String firstId,
            String previousId,
            String text,
            Instant createdAt,
            @Nullable String kind,
            @Nullable Boolean addressed,
            @Nullable List<MediaV1> media) {}

    static EditedPost post(Envelope event) {
        MentionEditedV1 edited = event.dataAs(MentionEditedV1.class);
        PostV1 post = edited.post();
        return new EditedPost(
                post.id(),
                post.firstId(),
                post.previousId(),
                post.text(),
                MediaV1.media(post.media()),
                post.kind(),
                post.addressed(),
                MentionReceivedV2.AnswerableV1.answerable(edited.answerable()),
                post.createdAt());
    }
}
