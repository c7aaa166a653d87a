package dev.heed.ingestion.message;

import dev.heed.web.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The private messages that were received. */
@Path("/api/ingestion/messages")
@Tag(name = "Messages", description = "Private messages to connected accounts, as heard")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"agent", "lead"})
public class MessageResource {

    private static final int MOST = 200;

    private final Messages messages;

    MessageResource(Messages messages) {
        this.messages = messages;
    }

    @GET
    @Operation(
            summary = "List what was received in private, the last first",
            description =
                    "A page has up to `limit` messages (1 to 200, 50 if not given); give its `next` back as `cursor` for those heard before.")
    @APIResponse(responseCode = "200", description = "A page of messages")
    @APIResponse(responseCode = "400", description = "`unknown-cursor` or `limit-out-of-range` (problem+json)")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Not for this role (problem+json)")
    @APIResponse(
            responseCode = "409",
            description = "`wrong-key`: HEED_SECRET_KEY is missing or not the one they were kept with (problem+json)")
    public Uni<MessageView.Page> list(
            @Parameter(description = "X user id or handle of an account; all accounts if not given")
                    @QueryParam("account")
                    @Nullable
                    String account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        int size = size(limit);
        return messages.page(account, before(cursor), size + 1)
                .map(found -> MessageView.Page.of(found, size))
                .onFailure(IllegalStateException.class)
                .transform(doesNotOpen -> Problem.of(
                        409,
                        "wrong-key",
                        "The messages do not open",
                        "HEED_SECRET_KEY is missing, or is not the key that they were kept with."));
    }

    private static OptionalLong before(@Nullable String cursor) {
        if (cursor == null) {
            return OptionalLong.empty();
        }
        OptionalLong before = MessageView.before(cursor);
        if (before.isEmpty()) {
            throw Problem.of(
                    400,
                    "unknown-cursor",
                    "This cursor cannot be read",
                    "Give back what `next` said, or leave it out.");
        }
        return before;
    }

    private static int size(String text) {
        int size = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (size < 1 || size > MOST) {
            throw Problem.of(
                    400, "limit-out-of-range", "A page has 1 to 200 messages", "limit is a number from 1 to 200.");
        }
        return size;
    }
}
