package dev.heed.xsim.post.sight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many milliseconds after it was made a post appears among mentions, in search, and when looked up or on its author's timeline. */
public record Lag(long mentions, long search, long lookup) {

    public static final Lag NONE = new Lag(0, 0, 0);

    /** Null when it appears at once. */
    public @Nullable Arrival from(Instant now) {
        return equals(NONE)
                ? null
                : new Arrival(now.plusMillis(mentions), now.plusMillis(search), now.plusMillis(lookup));
    }
}
