package dev.heed.ingestion.health;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How listening to all accounts goes. */
@Path("/api/ingestion/health")
@Tag(name = "Health", description = "How the accounts are listened to: lag, limits, money, gaps, and what is wrong")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"agent", "lead", "compliance", "admin"})
public class OverviewResource {

    private final LookAtHealth looking;
    private final Clock clock;

    OverviewResource(LookAtHealth looking, Clock clock) {
        this.looking = looking;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Show how all accounts are listened to", description = "As for one account, by handle.")
    @APIResponse(
            responseCode = "200",
            description = "How it goes",
            content = @Content(schema = @Schema(implementation = HealthView.Page.class)))
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "A token without any of the roles (problem+json)")
    public Uni<HealthView.Page> ofAll() {
        Instant now = clock.instant();
        return looking.all()
                .map(all -> new HealthView.Page(
                        all.stream().map(facts -> HealthView.of(facts, now)).toList()));
    }
}
