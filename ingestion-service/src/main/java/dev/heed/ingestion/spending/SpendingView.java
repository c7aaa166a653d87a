package dev.heed.ingestion.spending;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an account spent at one endpoint on one UTC day. */
@Schema(name = "Spending")
@RegisterForReflection
record SpendingView(
        @Schema(description = "By UTC, as X bills") LocalDate day,

        @Schema(description = "mentions, search, posts_by_ids, users_by_ids, user_by_username, messages, …")
        String endpoint,

        @Schema(description = "Calls that X answered") long calls,

        @Schema(description = "Posts, users or messages that X showed")
        long resources,

        @Schema(description = "Those of them that X bills: each once a UTC day")
        long billed,

        @Schema(description = "Millionths of a dollar") long micros) {

    /** A month: all of it fits on one page. */
    @Schema(name = "Spendings")
    @RegisterForReflection
    record Page(
            @Schema(description = "As in 2026-11") String month,

            @Schema(description = "Millionths of a dollar, all items together")
            long micros,

            List<SpendingView> items) {}

    static SpendingView of(Ledger.Entry entry) {
        return new SpendingView(
                entry.day(), entry.endpoint(), entry.calls(), entry.resources(), entry.billed(), entry.micros());
    }
}
