package dev.heed.xsim.user;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.call.Calling;
import dev.heed.xsim.call.CurrentCall;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.Params;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** X's user look-ups. Who is not found is told in {@code errors} of an answer of 200, as X does. */
@Path("/2")
@Produces(MediaType.APPLICATION_JSON)
class UserResource {

    private final World world;
    private final Users users;
    private final UserView view;
    private final CurrentCall call;

    UserResource(World world, Users users, UserView view, CurrentCall call) {
        this.world = world;
        this.users = users;
        this.view = view;
        this.call = call;
    }

    @GET
    @Path("/users/me")
    @Calling(Endpoint.ME)
    public Response me(@Context UriInfo uri) {
        return one(uri, "id", call.user().text(), Optional.of(call.user()).flatMap(users::byId));
    }

    @GET
    @Path("/users/{id}")
    @Calling(Endpoint.USER)
    public Response user(@Context UriInfo uri, @RestPath String id) {
        return one(uri, "id", id, UserId.parse(id).flatMap(known -> world.alone(() -> users.byId(known))));
    }

    @GET
    @Path("/users/by/username/{username}")
    @Calling(Endpoint.USER_BY_USERNAME)
    public Response byUsername(@Context UriInfo uri, @RestPath String username) {
        Params params = params(uri, List.of());
        if (!Join.isHandle(username)) {
            params.complain(
                    "username",
                    username,
                    "The `username` query parameter value [" + username + "] does not match ^[A-Za-z0-9_]{1,15}$");
            return params.refusal().response();
        }
        return one(uri, "username", username, world.alone(() -> users.byUsername(username)));
    }

    @GET
    @Path("/users")
    @Calling(Endpoint.USERS)
    public Response users(@Context UriInfo uri) {
        Params params = params(uri, List.of("ids"));
        Wanted wanted = Wanted.users(params);
        List<String> ids = params.ids("ids");
        if (params.wrong()) {
            return params.refusal().response();
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        world.alone(() -> {
            for (String id : ids) {
                Optional<User> user = UserId.parse(id).flatMap(users::byId);
                Optional<ObjectNode> missing = Hidden.why(user, wanted.dialect(), "ids", id);
                missing.ifPresentOrElse(
                        error -> answer.withArray("errors").add(error),
                        () -> answer.withArray("data").add(view.show(user.orElseThrow(), wanted)));
            }
            return answer;
        });
        return Response.ok(answer).build();
    }

    private Response one(UriInfo uri, String parameter, String value, Optional<User> user) {
        Params params = params(uri, List.of());
        if (parameter.equals("id")) {
            params.pathId("id", value);
        }
        Wanted wanted = Wanted.users(params);
        if (params.wrong()) {
            return params.refusal().response();
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        Hidden.why(user, wanted.dialect(), parameter, value)
                .ifPresentOrElse(
                        error -> answer.putArray("errors").add(error),
                        () -> answer.set("data", world.alone(() -> view.show(user.orElseThrow(), wanted))));
        return Response.ok(answer).build();
    }

    private Params params(UriInfo uri, List<String> own) {
        List<String> allowed = new ArrayList<>(own);
        allowed.addAll(Wanted.ofUsers(call.dialect()));
        return new Params(uri.getQueryParameters(), call.dialect(), allowed);
    }
}
