package dev.heed.local.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A draft as the reply service shows it. */
public record DraftView(
        String id,
        String text,
        String author,
        String state,
        List<Check> checks,
        @Nullable String postId,
        @Nullable Instant publishedAt,
        @Nullable String howKnown,
        @Nullable Refusal refusal,
        @Nullable String holdReason,
        @Nullable Boolean needsPerson,
        Instant createdAt) {

    /** Lists that are absent are empty. */
    public DraftView {
        checks = checks == null ? List.of() : List.copyOf(checks);
    }

    public record Check(
            String guard, String verdict, @Nullable String reason) {
        public boolean blocks() {
            return verdict.equals("block");
        }
    }

    public record Refusal(String reason, @Nullable String detail) {}
}
