package dev.heed.xsim.control;

import dev.heed.xsim.ledger.World;
import dev.heed.xsim.oauth.GiveTokens;
import dev.heed.xsim.oauth.Issue;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A short cut around the consent page. */
@Path("/sim/tokens")
@Tag(name = "People and posts")
class TokensResource {

    private static final List<String> ALL =
            List.of("tweet.read", "tweet.write", "users.read", "dm.read", "dm.write", "offline.access");

    private final World world;
    private final Users users;
    private final GiveTokens giveTokens;

    TokensResource(World world, Users users, GiveTokens giveTokens) {
        this.world = world;
        this.users = users;
        this.giveTokens = giveTokens;
    }

    record TokenRequest(@Nullable String username, @Nullable List<String> scopes) {}

    record TokenInfo(String accessToken, @Nullable String refreshToken, List<String> scopes, long expiresIn) {}

    @POST
    @Operation(
            summary = "Give tokens without the consent page",
            description =
                    "For tests and scripts. `scopes` default to tweet.read, tweet.write, users.read, dm.read, dm.write and"
                            + " offline.access. Each call starts a family of its own.")
    @APIResponse(
            responseCode = "200",
            description = "An access token for two hours and a refresh token that is good once.")
    @APIResponse(responseCode = "404", description = "Nobody of this name.")
    public Response give(@Nullable TokenRequest request) {
        String username = request == null || request.username == null ? "" : request.username;
        Optional<User> user = world.alone(() -> users.byUsername(username));
        if (user.isEmpty()) {
            return Problems.notFound("There is no user @" + username + ".");
        }
        List<String> scopes = request == null || request.scopes == null ? ALL : request.scopes;
        return switch (giveTokens.forTest(user.get().id(), Set.copyOf(scopes))) {
            case Issue.Given given ->
                Response.ok(new TokenInfo(given.access(), given.refresh(), scopes, given.seconds()))
                        .build();
            case Issue.Refused refused -> Problems.badRequest(refused.description());
        };
    }

    record RevokeRequest(@Nullable String username) {}

    record Revoked(int families) {}

    @POST
    @Path("/revoke")
    @Operation(
            summary = "Let a user disconnect the app",
            description =
                    "As on X's settings page: every token of the user is dead at once. Calls with its access token are answered 401,"
                            + " its refresh token 400 invalid_request.")
    @APIResponse(responseCode = "200", description = "How many consents that ended.")
    @APIResponse(responseCode = "404", description = "Nobody of this name.")
    public Response revoke(@Nullable RevokeRequest request) {
        String username = request == null || request.username == null ? "" : request.username;
        Optional<User> user = world.alone(() -> users.byUsername(username));
        return user.map(known -> Response.ok(new Revoked(giveTokens.disconnect(known.id())))
                        .build())
                .orElseGet(() -> Problems.notFound("There is no user @" + username + "."));
    }

    @POST
    @Path("/expire")
    @Operation(
            summary = "End a user's access tokens before their time",
            description =
                    "As after two hours: calls with them are answered 401, and their refresh tokens are good for new ones.")
    @APIResponse(responseCode = "204", description = "They are over.")
    @APIResponse(responseCode = "404", description = "Nobody of this name.")
    public Response expire(@Nullable RevokeRequest request) {
        String username = request == null || request.username == null ? "" : request.username;
        Optional<User> user = world.alone(() -> users.byUsername(username));
        user.ifPresent(known -> giveTokens.expire(known.id()));
        return user.map(known -> Response.noContent().build())
                .orElseGet(() -> Problems.notFound("There is no user @" + username + "."));
    }
}
