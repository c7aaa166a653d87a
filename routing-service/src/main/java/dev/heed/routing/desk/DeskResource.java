package dev.heed.routing.desk;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the desk asks about its user. */
@Path("/api/routing/desk")
@Tag(name = "Desk", description = "What the agents' page asks about its user")
class DeskResource {

    private final SecurityIdentity identity;

    DeskResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    @Path("/me")
    @RolesAllowed({"agent", "lead", "compliance", "admin"})
    @Operation(
            summary = "Who am I",
            description = "The user name and the roles of the token, or of the gateway's session.")
    @APIResponse(responseCode = "200", description = "The caller")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "None of Heed's roles (problem+json)")
    public CallerView me() {
        return new CallerView(
                identity.getPrincipal().getName(),
                Stream.of("agent", "lead", "compliance", "admin")
                        .filter(identity::hasRole)
                        .toList());
    }
}
