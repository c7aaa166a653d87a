package dev.heed.xsim.control.life;

import dev.heed.xsim.control.Problems;
import dev.heed.xsim.crowd.Crowd;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everybody writes at once. */
@Path("/sim/burst")
@Tag(name = "People and posts")
class BurstsResource {

    private static final int MOST = 1_000_000;
    private static final int AUTHORS = 500;

    private final Crowd crowd;
    private final World world;
    private final Users users;

    BurstsResource(Crowd crowd, World world, Users users) {
        this.crowd = crowd;
        this.world = world;
        this.users = users;
    }

    record BurstRequest(
            @Nullable String to,
            @Nullable Integer count,
            @Nullable Integer authors,
            @Nullable Long overMillis,
            @Nullable String text) {}

    record Begun(String to, int count, int authors, long overMillis, String text) {}

    @POST
    @Operation(
            summary = "A burst of mentions",
            description =
                    "`count` posts that name `to` (a username), by `authors` different people (default 500) named customer1,"
                            + " customer2, …, evenly over `overMillis` (default 0: as fast as possible). In `text` {n} stands for the number of the"
                            + " post; a text that does not name `to` gets its @name in front.")
    @APIResponse(responseCode = "202", description = "It has begun; the posts follow by themselves.")
    @APIResponse(responseCode = "400", description = "A number out of its range.")
    @APIResponse(responseCode = "404", description = "Nobody of this name.")
    public Response begin(@Nullable BurstRequest request) {
        if (request == null || request.to == null || request.count == null) {
            return Problems.badRequest("to (a username) and count are required.");
        }
        int authors = request.authors == null ? Math.min(AUTHORS, request.count) : request.authors;
        long over = request.overMillis == null ? 0 : request.overMillis;
        if (request.count < 1 || request.count > MOST || authors < 1 || authors > MOST || over < 0) {
            return Problems.badRequest("count and authors must be 1 to 1000000, overMillis at least 0.");
        }
        String username = request.to;
        Optional<User> to = world.alone(() -> users.byUsername(username));
        if (to.isEmpty()) {
            return Problems.notFound("There is no user @" + username + ".");
        }
        String name = "@" + to.get().username();
        String given = request.text == null ? "is anybody there? This is number {n}" : request.text;
        String text = given.contains(name) ? given : name + " " + given;
        crowd.begin(to.get().username(), request.count, authors, Duration.ofMillis(over), text);
        return Response.accepted(new Begun(to.get().username(), request.count, authors, over, text))
                .build();
    }
}
