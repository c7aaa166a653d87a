package dev.heed.routing.policy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The policy over HTTP. */
@Path("/api/routing/policy")
@Tag(name = "Policy", description = "The care policy: what a post asks of us, by which rule and why")
class PolicyResource {

    private final ActivePolicy active;

    PolicyResource(ActivePolicy active) {
        this.active = active;
    }

    @GET
    @RolesAllowed({"agent", "lead", "compliance", "admin"})
    @Operation(
            summary = "The active policy",
            description = "The whole document and the version that every decision made by it keeps.")
    @APIResponse(responseCode = "200", description = "The active policy")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "None of the roles agent, lead, compliance, admin (problem+json)")
    public PolicyView show() {
        Policy policy = active.current();
        return new PolicyView(policy.version(), policy.document());
    }
}
