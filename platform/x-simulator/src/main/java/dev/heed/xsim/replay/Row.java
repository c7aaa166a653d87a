package dev.heed.xsim.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One recorded post. {@code inbound}: a customer wrote it; otherwise a brand did. */
record Row(
        int line,
        String id,
        String author,
        boolean inbound,
        Instant createdAt,
        String text,
        @Nullable String parent) {}
