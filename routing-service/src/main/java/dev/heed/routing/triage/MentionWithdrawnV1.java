package dev.heed.routing.triage;

import dev.heed.messaging.Envelope;
import dev.heed.routing.post.WithdrawnPost;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** What this service reads of {@code mention.withdrawn.v1}. */
@RegisterForReflection
record MentionWithdrawnV1(PostV1 post, String reason, Instant at) {

    record PostV1(String id, String firstId) {}

    static WithdrawnPost post(Envelope event) {
        var withdrawn = event.dataAs(MentionWithdrawnV1.class);
        return new WithdrawnPost(withdrawn.post().id(), withdrawn.post().firstId(), withdrawn.reason(), withdrawn.at());
    }
}
