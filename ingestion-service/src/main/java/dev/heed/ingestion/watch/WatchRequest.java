package dev.heed.ingestion.watch;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to watch for. */
@Schema(name = "WatchRequest")
record WatchRequest(
        @Schema(description = "X user id or handle of the account that it is for, and that pays", required = true)
        @Nullable
        String account,

        @Schema(description = "1 to 80 characters, unlike the account's other watches'", required = true) @Nullable
        String name,

        @Schema(description = "In X's query language", examples = "(acme OR \"acme rocket\") lang:en", required = true)
        @Nullable
        String query,

        @Schema(description = "Also what was posted in the last seven days; false if not given") @Nullable
        Boolean backfill) {

    /** What to try. */
    @Schema(name = "TryRequest")
    record Trial(
            @Schema(description = "X user id or handle of the account that pays", required = true) @Nullable
            String account,

            @Schema(description = "In X's query language", required = true) @Nullable
            String query) {}

    /** What to change; what is absent stays. */
    @Schema(name = "WatchChange")
    record Change(
            @Nullable String name,

            @Schema(description = "Another query: the watch begins anew, from now on") @Nullable
            String query,

            @Schema(description = "active or paused; after a pause it begins anew, from now on") @Nullable
            String status,

            @Schema(description = "Where it begins anew: also what was posted in the last seven days") @Nullable
            Boolean backfill) {}
}
