package dev.heed.xsim.control;

import dev.heed.xsim.fault.Faults;
import dev.heed.xsim.ledger.Passing;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.limit.Limits;
import io.quarkus.arc.All;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Limits and the end of the world. */
@Path("/sim")
@Tag(name = "Problems")
class WorldResource {

    private final World world;
    private final Limits limits;
    private final Faults faults;
    private final List<Passing> passing;

    WorldResource(World world, Limits limits, Faults faults, @All List<Passing> passing) {
        this.world = world;
        this.limits = limits;
        this.faults = faults;
        this.passing = passing;
    }

    record LimitsRequest(@Nullable Double scale) {}

    @POST
    @Path("/limits")
    @Operation(
            summary = "Scale X's rate limits",
            description =
                    "Multiplies all of them by `scale`, 1 being X's own: 0.01 to run into them, 1000 for a load test. A limit is"
                            + " never less than 1. Calls already counted stay counted.")
    @APIResponse(responseCode = "204", description = "It holds from now on.")
    @APIResponse(responseCode = "400", description = "scale is missing or not positive.")
    public Response limits(@Nullable LimitsRequest request) {
        if (request == null || request.scale == null || !(request.scale > 0)) {
            return Problems.badRequest("scale must be a number above 0.");
        }
        limits.scale(request.scale);
        return Response.noContent().build();
    }

    @POST
    @Path("/reset")
    @Operation(
            summary = "Forget everything",
            description =
                    "Users, posts, messages, tokens, replays, webhooks, faults, limits, the bill and the journal.")
    @APIResponse(responseCode = "204", description = "X is empty.")
    public void reset() {
        world.forget();
        limits.forget();
        faults.clear();
        passing.forEach(Passing::forget);
    }
}
