package dev.heed.xsim.control.life;

import dev.heed.xsim.control.Problems;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.message.Send;
import dev.heed.xsim.user.ChangeAccount;
import dev.heed.xsim.user.Join;
import dev.heed.xsim.user.User;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What becomes of accounts. */
@Path("/sim/users/{username}")
@Tag(name = "People and posts")
class PeopleResource {

    private static final Set<String> DMS = Set.of("open", "closed");

    private final ChangeAccount account;
    private final Send send;

    PeopleResource(ChangeAccount account, Send send) {
        this.account = account;
        this.send = send;
    }

    record ProfileRequest(
            @Nullable Integer followers,
            @Nullable Boolean verified,
            @Nullable String username,
            @Nullable String name,
            @Nullable String dms) {

        private User applied(User user) {
            return user.withProfile(
                    username == null ? user.username() : username,
                    name == null ? user.name() : name,
                    followers == null ? user.followers() : followers,
                    verified == null ? user.verified() : verified);
        }
    }

    record Person(
            String id,
            String username,
            String name,
            int followers,
            boolean verified,
            boolean isProtected,
            String standing) {
        private static Person of(User user) {
            return new Person(
                    user.id().text(),
                    user.username(),
                    user.name(),
                    user.followers(),
                    user.verified(),
                    user.isProtected(),
                    user.standing().name().toLowerCase(Locale.ROOT));
        }
    }

    @PATCH
    @Operation(
            summary = "Change a profile",
            description =
                    "What is given replaces what there was; `username` is a new handle for the same id; `dms` is `open` or"
                            + " `closed`: apps may not write to the account.")
    @APIResponse(responseCode = "200", description = "The account as it is now.")
    @APIResponse(responseCode = "400", description = "No such handle can be, or somebody else has it.")
    @APIResponse(responseCode = "404", description = "Nobody of this name.")
    public Response change(@RestPath String username, @Nullable ProfileRequest request) {
        if (request == null || (request.username != null && !Join.isHandle(request.username))) {
            return Problems.badRequest("username must be 1 to 15 letters, digits or underscores.");
        }
        if (request.username != null
                && !request.username.equalsIgnoreCase(username)
                && account.taken(request.username)) {
            return Problems.badRequest("@" + request.username + " is somebody else.");
        }
        if (request.dms != null && !DMS.contains(request.dms)) {
            return Problems.badRequest("dms is open or closed.");
        }
        Response answer = changed(username, request::applied);
        if (request.dms != null && answer.getEntity() instanceof Person person) {
            UserId.parse(person.id).ifPresent(user -> send.turn(user, request.dms.equals("open")));
        }
        return answer;
    }

    @POST
    @Path("/protect")
    @Operation(summary = "Protect somebody's posts", description = "Nobody but the account itself sees them any more.")
    @APIResponse(responseCode = "200", description = "The account as it is now.")
    public Response protect(@RestPath String username) {
        return changed(username, user -> user.withProtection(true));
    }

    @POST
    @Path("/unprotect")
    @Operation(summary = "Show a protected account's posts again")
    @APIResponse(responseCode = "200", description = "The account as it is now.")
    public Response unprotect(@RestPath String username) {
        return changed(username, user -> user.withProtection(false));
    }

    @POST
    @Path("/suspend")
    @Operation(summary = "Suspend an account", description = "Its posts are there but not for anybody; it cannot post.")
    @APIResponse(responseCode = "200", description = "The account as it is now.")
    public Response suspend(@RestPath String username) {
        return changed(username, user -> user.withStanding(User.Standing.SUSPENDED));
    }

    @POST
    @Path("/unsuspend")
    @Operation(summary = "End a suspension")
    @APIResponse(responseCode = "200", description = "The account as it is now.")
    public Response unsuspend(@RestPath String username) {
        return changed(username, user -> user.withStanding(User.Standing.ACTIVE));
    }

    @POST
    @Path("/deactivate")
    @Operation(summary = "Let somebody leave X", description = "Account and posts are as if they had never been.")
    @APIResponse(responseCode = "200", description = "The account as it is now.")
    public Response deactivate(@RestPath String username) {
        return changed(username, user -> user.withStanding(User.Standing.DEACTIVATED));
    }

    @POST
    @Path("/reactivate")
    @Operation(summary = "Let somebody come back", description = "With all posts that were not deleted.")
    @APIResponse(responseCode = "200", description = "The account as it is now.")
    public Response reactivate(@RestPath String username) {
        return changed(username, user -> user.withStanding(User.Standing.ACTIVE));
    }

    private Response changed(String username, UnaryOperator<User> act) {
        Optional<User> user = account.change(username, act);
        return user.isPresent()
                ? Response.ok(Person.of(user.get())).build()
                : Problems.notFound("There is no user @" + username + ".");
    }
}
