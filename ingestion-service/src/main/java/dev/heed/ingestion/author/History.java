package dev.heed.ingestion.author;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often somebody wrote to an account before, and since when; null for never. */
record History(int times, @Nullable Instant first) {

    static final History NONE = new History(0, null);
}
