package dev.heed.ingestion.health;

import dev.heed.ingestion.account.AccountName;
import dev.heed.ingestion.account.AccountProblems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How listening goes, in one look. */
@Path("/api/ingestion/accounts/{id}/health")
@Tag(name = "Health", description = "How the accounts are listened to: lag, limits, money, gaps, and what is wrong")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"agent", "lead", "compliance", "admin"})
public class HealthResource {

    private final LookAtHealth looking;
    private final Clock clock;

    HealthResource(LookAtHealth looking, Clock clock) {
        this.looking = looking;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Show how an account is listened to",
            description =
                    "The last post heard, the lag, each source's turns, what is left of X's limits and of the month's"
                            + " budget, gaps, the webhook and the connection, and in words what is wrong. Whichever process answers,"
                            + " the answer is at most a few seconds old.")
    @APIResponse(
            responseCode = "200",
            description = "How it goes",
            content = @Content(schema = @Schema(implementation = HealthView.class)))
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "A token without any of the roles (problem+json)")
    @APIResponse(responseCode = "404", description = "`unknown-account`: nobody listens for it (problem+json)")
    public Uni<HealthView> ofAccount(
            @Parameter(description = "X user id or handle of the account") @PathParam("id") String id) {
        Instant now = clock.instant();
        return looking.of(AccountName.of(id))
                .map(found ->
                        found.map(facts -> HealthView.of(facts, now)).orElseThrow(() -> AccountProblems.unknown(id)));
    }
}
