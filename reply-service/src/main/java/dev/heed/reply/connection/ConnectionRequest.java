package dev.heed.reply.connection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a request to connect an account. */
record ConnectionRequest(
        @Schema(description = "Handle on X, with or without @", examples = "acme")
        @NotBlank(message = "say which account to connect")
        @Pattern(regexp = "@?[A-Za-z0-9_]{1,50}", message = "must be a handle on X")
        @Nullable
        String account) {

    String handle() {
        return account == null ? "" : account.replaceFirst("^@", "");
    }
}
