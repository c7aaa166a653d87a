package dev.heed.xsim.control;

import dev.heed.xsim.ledger.World;
import dev.heed.xsim.user.Join;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Opens accounts. */
@Path("/sim/users")
@Tag(name = "People and posts")
class UsersResource {

    private final Join join;
    private final World world;
    private final Users users;

    UsersResource(Join join, World world, Users users) {
        this.join = join;
        this.world = world;
        this.users = users;
    }

    record UserRequest(
            @Nullable String username,
            @Nullable String name,
            @Nullable Integer followers,
            @Nullable Boolean verified) {}

    record UserInfo(String id, String username, String name, int followers, boolean verified) {
        static UserInfo of(User user) {
            return new UserInfo(user.id().text(), user.username(), user.name(), user.followers(), user.verified());
        }
    }

    record UserList(List<UserInfo> items) {}

    @POST
    @Operation(
            summary = "Open an account",
            description =
                    "Idempotent by username (1 to 15 of A-Z, a-z, 0-9, _; case is ignored). Profile values that are given replace"
                            + " those there were.")
    @APIResponse(responseCode = "200", description = "The account, new or not.")
    @APIResponse(responseCode = "400", description = "No such handle can be.")
    public Response join(@Nullable UserRequest request) {
        if (request == null || request.username == null || !Join.isHandle(request.username)) {
            return Problems.badRequest("username must be 1 to 15 letters, digits or underscores.");
        }
        return Response.ok(UserInfo.of(join.join(request.username, request.name, request.followers, request.verified)))
                .build();
    }

    @GET
    @Operation(summary = "Everybody on X", description = "In the order in which they joined.")
    @APIResponse(responseCode = "200", description = "All accounts.")
    public UserList everybody() {
        return world.alone(
                () -> new UserList(users.all().stream().map(UserInfo::of).toList()));
    }
}
