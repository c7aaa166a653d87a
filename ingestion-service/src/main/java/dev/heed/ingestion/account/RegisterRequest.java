package dev.heed.ingestion.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which account to listen for. */
@Schema(name = "RegisterRequest")
record RegisterRequest(
        @Schema(description = "Handle on X, with or without @", examples = "acme", required = true) @Nullable
        String handle,

        @Schema(
                description =
                        "What listening may cost in a calendar month, in millionths of a dollar; no bound if absent",
                examples = "25000000",
                minimum = "0")
        @Nullable
        Long monthlyBudgetMicros) {}
