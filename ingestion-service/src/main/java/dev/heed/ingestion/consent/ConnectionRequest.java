package dev.heed.ingestion.consent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a request to connect an account. */
record ConnectionRequest(
        @Schema(description = "X user id or handle of a registered account, with or without @", examples = "acme")
        @NotBlank(message = "say which account to connect")
        @Size(max = 100, message = "must be an id or a handle")
        @Nullable
        String account) {}
