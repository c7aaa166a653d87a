package dev.heed.audit.verification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks whether the log is whole. */
@Path("/api/audit/verification")
@Tag(name = "Verification", description = "Whether what is stored is what was sealed")
@RolesAllowed({"compliance", "admin"})
class VerificationResource {

    private final VerifyLog verify;

    VerificationResource(VerifyLog verify) {
        this.verify = verify;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Recompute the log",
            description =
                    "Reads every entry, from index 0 to the end: indices without a gap, each leaf hash that of the stored"
                            + " bytes, each searchable column what the bytes say. Stops at the first broken place. Takes about a"
                            + " second per ten thousand entries.")
    @APIResponse(responseCode = "200", description = "What was found; a broken log is an answer, not an error")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Not for this role (problem+json)")
    public Uni<VerificationView> verify() {
        return verify.verify().map(VerificationView::of);
    }
}
