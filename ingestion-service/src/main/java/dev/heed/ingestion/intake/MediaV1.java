package dev.heed.ingestion.intake;

import dev.heed.x.XMedia;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An attachment, in events. */
@RegisterForReflection
record MediaV1(String type, @Nullable String url, @Nullable String altText) {

    /** Null where nothing is attached. */
    static @Nullable List<MediaV1> of(List<XMedia> media) {
        return media.isEmpty()
                ? null
                : media.stream()
                        .map(one -> new MediaV1(one.type(), one.url(), one.altText()))
                        .toList();
    }
}
