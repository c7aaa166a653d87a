package dev.heed.routing.triage;

import dev.heed.routing.post.Media;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event tells of an attachment. */
@RegisterForReflection
record MediaV1(String type, @Nullable String url, @Nullable String altText) {

    static List<Media> media(@Nullable List<MediaV1> all) {
        return all == null
                ? List.of()
                : all.stream()
                        .map(one -> new Media(one.type, one.url, one.altText))
                        .toList();
    }
}
