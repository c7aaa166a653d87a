package dev.heed.reply.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account's connection as people see it: no secrets. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConnectionView(
        Account account,

        @Schema(description = "connected, or revoked: then replies wait and detail says why")
        String status,

        @Nullable String detail,
        List<String> scopes,
        String connectedBy,
        Instant connectedAt,

        @Schema(description = "End of the present access token; it is renewed by itself")
        Instant expiresAt) {

    record Account(String id, String handle) {}

    /** Where the account's owner has to go. */
    record Asked(
            @Schema(description = "X's consent page; good once, for 10 minutes")
            String authorizeUrl) {}
}
