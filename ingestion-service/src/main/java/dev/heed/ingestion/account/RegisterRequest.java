package dev.heed.ingestion.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which account to listen for. */
@Schema(name = "RegisterRequest")
record RegisterRequest(
        @Schema(description = "Handle on X, with or without @", examples = "acme", required = true) @Nullable
        String handle) {}
