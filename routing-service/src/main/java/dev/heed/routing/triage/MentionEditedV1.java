package dev.heed.routing.triage;

import dev.heed.messaging.Envelope;
import dev.heed.routing.post.EditedPost;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code mention.edited.v1}. */
@RegisterForReflection
record MentionEditedV1(PostV1 post) {

    record PostV1(
            String id,
            String firstId,
            String previousId,
            String text,
            Instant createdAt,
            @Nullable List<MediaV1> media) {}

    static EditedPost post(Envelope event) {
        PostV1 post = event.dataAs(MentionEditedV1.class).post();
        return new EditedPost(
                post.id(),
                post.firstId(),
                post.previousId(),
                post.text(),
                MediaV1.media(post.media()),
                post.createdAt());
    }
}
