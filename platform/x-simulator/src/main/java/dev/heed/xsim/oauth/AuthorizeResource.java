package dev.heed.xsim.oauth;

import dev.heed.xsim.SimConfig;
import dev.heed.xsim.call.Calling;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The page on which a user of X lets an app act in its name; {@code sim_user} presses the button. */
@Path("/i/oauth2/authorize")
class AuthorizeResource {

    /** All that X knows. */
    private static final Set<String> SCOPES = Set.of(
            "block.read",
            "block.write",
            "bookmark.read",
            "bookmark.write",
            "broadcast.read",
            "broadcast.write",
            "dm.read",
            "dm.write",
            "follows.read",
            "follows.write",
            "like.read",
            "like.write",
            "list.read",
            "list.write",
            "media.write",
            "mute.read",
            "mute.write",
            "offline.access",
            "space.read",
            "timeline.read",
            "tweet.moderate.write",
            "tweet.read",
            "tweet.write",
            "users.email",
            "users.read");

    private final Consent consent;
    private final World world;
    private final Users users;
    private final SimConfig config;

    AuthorizeResource(Consent consent, World world, Users users, SimConfig config) {
        this.consent = consent;
        this.world = world;
        this.users = users;
        this.config = config;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Calling(Endpoint.AUTHORIZE)
    public Response authorize(@Context UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        Optional<String> complaint = complaint(query);
        if (complaint.isPresent()) {
            return page(400, AuthorizePage.wrong(complaint.get()));
        }
        String chosen = value(query, "sim_user");
        if (chosen.isEmpty()) {
            List<User> everybody = world.alone(() -> List.copyOf(users.all()));
            return page(200, AuthorizePage.choose(uri.getRequestUri().getRawQuery(), value(query, "scope"), everybody));
        }
        return world.alone(() -> users.byUsername(chosen))
                .map(user -> allowed(user, query))
                .orElseGet(() -> page(400, AuthorizePage.wrong("There is no user @" + chosen + ".")));
    }

    private Response allowed(User user, MultivaluedMap<String, String> query) {
        String code =
                consent.consent(user.id(), scopes(query), value(query, "redirect_uri"), value(query, "code_challenge"));
        URI back = UriBuilder.fromUri(value(query, "redirect_uri"))
                .queryParam("state", "{state}")
                .queryParam("code", "{code}")
                .build(value(query, "state"), code);
        return Response.status(Response.Status.FOUND).location(back).build();
    }

    private Optional<String> complaint(MultivaluedMap<String, String> query) {
        if (!value(query, "response_type").equals("code")) {
            return Optional.of("response_type must be code.");
        }
        if (!value(query, "client_id").equals(config.clientId())) {
            return Optional.of("client_id is not known.");
        }
        if (!value(query, "redirect_uri").matches("https?://\\S+")) {
            return Optional.of("redirect_uri must be an absolute http address.");
        }
        if (config.redirectUris()
                .filter(registered -> !registered.contains(value(query, "redirect_uri")))
                .isPresent()) {
            return Optional.of("redirect_uri is not registered with the app.");
        }
        if (value(query, "state").isEmpty() || value(query, "scope").isBlank()) {
            return Optional.of("state and scope are required.");
        }
        if (!SCOPES.containsAll(scopes(query))) {
            return Optional.of("scope names something that X does not know.");
        }
        if (!value(query, "code_challenge_method").equalsIgnoreCase("S256")
                || !value(query, "code_challenge").matches("[A-Za-z0-9_-]{43}")) {
            return Optional.of("code_challenge must be the S256 of a verifier.");
        }
        return Optional.empty();
    }

    private static Set<String> scopes(MultivaluedMap<String, String> query) {
        return new LinkedHashSet<>(List.of(value(query, "scope").strip().split("\\s+", -1)));
    }

    private static Response page(int status, String html) {
        return Response.status(status).entity(html).build();
    }

    private static String value(MultivaluedMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name)).orElse("");
    }
}
