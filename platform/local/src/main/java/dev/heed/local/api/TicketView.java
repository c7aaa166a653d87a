package dev.heed.local.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket as routing shows it. */
public record TicketView(
        String id,
        long version,
        Account account,
        Customer customer,
        String status,
        Decision decision,
        @Nullable String owner,
        @Nullable String tier,
        List<Post> posts,
        List<Clock> clocks,
        List<Step> history,
        Instant openedAt,
        @Nullable String traceId) {

    /** Lists that are absent are empty. */
    public TicketView {
        posts = posts == null ? List.of() : List.copyOf(posts);
        clocks = clocks == null ? List.of() : List.copyOf(clocks);
        history = history == null ? List.of() : List.copyOf(history);
    }

    public record Account(String id, String handle) {}

    public record Customer(
            String id, @Nullable String handle, @Nullable String name) {}

    public record Decision(
            String kind, String rule, String why, @Nullable String policyVersion) {}

    public record Post(
            String id, @Nullable String text, @Nullable String authorHandle, Instant createdAt) {}

    public record Clock(
            String kind,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant stoppedAt,
            boolean breached) {}

    public record Step(
            Instant at,
            String what,
            @Nullable String who,
            @Nullable String why) {}
}
