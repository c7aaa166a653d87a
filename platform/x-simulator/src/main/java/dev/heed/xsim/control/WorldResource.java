package dev.heed.xsim.control;

import dev.heed.xsim.fault.Faults;
import dev.heed.xsim.ledger.Passing;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.limit.Limits;
import io.quarkus.arc.All;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The end of the world. */
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
