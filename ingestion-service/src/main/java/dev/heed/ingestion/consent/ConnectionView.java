package dev.heed.ingestion.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.ingestion.connection.Connection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account's connection as people see it: no secrets. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Connection")
record ConnectionView(
        @Schema(description = "X user id of the account") String account,

        @Schema(description = "Without @") String handle,

        @Schema(description = "connected; revoked or expired: then detail says what to do")
        String status,

        @Schema(description = "What the owner allowed, in X's words")
        List<String> scopes,

        @Schema(description = "End of the present access token; it is renewed by itself")
        Instant expiresAt,

        @Nullable String detail) {

    /** A list of connections; all of them fit on one page. */
    @Schema(name = "Connections")
    record Page(List<ConnectionView> items) {}

    /** Where the account's owner has to go. */
    @Schema(name = "ConsentAsked")
    record Asked(
            @Schema(description = "X's consent page; good once, for 10 minutes")
            String authorizeUrl) {}

    static ConnectionView of(Connection connection) {
        return new ConnectionView(
                connection.account().value(),
                connection.handle(),
                connection.status().word(),
                connection.scopes(),
                connection.expiresAt(),
                connection.detail());
    }
}
