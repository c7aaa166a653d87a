package dev.heed.routing.triage;

import dev.heed.routing.post.AuthorContext;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an event tells of who wrote something. */
@RegisterForReflection
record AuthorV1(
        @Nullable Long followers,
        @Nullable Boolean verified,
        @Nullable Instant since,
        int mentionsBefore,
        @Nullable Instant firstHeardAt,
        @Nullable String tier) {

    AuthorContext context() {
        return new AuthorContext(followers, verified, since, mentionsBefore, firstHeardAt, tier);
    }
}
