package dev.heed.xsim.post;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.call.Calling;
import dev.heed.xsim.call.CurrentCall;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.Params;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.ledger.World;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** X's endpoints for posts by id: look up, create, delete. */
@Path("/2")
@Produces(MediaType.APPLICATION_JSON)
class PostResource {

    private final World world;
    private final Posts posts;
    private final PostSheet sheet;
    private final Publish publish;
    private final Withdraw withdraw;
    private final CurrentCall call;

    PostResource(World world, Posts posts, PostSheet sheet, Publish publish, Withdraw withdraw, CurrentCall call) {
        this.world = world;
        this.posts = posts;
        this.sheet = sheet;
        this.publish = publish;
        this.withdraw = withdraw;
        this.call = call;
    }

    @GET
    @Path("/tweets")
    @Calling(Endpoint.POSTS)
    public Response posts(@Context UriInfo uri) {
        Params params = params(uri, "ids");
        Wanted wanted = Wanted.posts(params);
        List<String> ids = params.ids("ids");
        if (params.wrong()) {
            return params.refusal().response();
        }
        return world.alone(() -> {
            Map<String, Post> found = new LinkedHashMap<>();
            ids.forEach(id -> PostId.parse(id).flatMap(posts::find).ifPresent(post -> found.put(id, post)));
            ObjectNode answer = sheet.list(found.values(), wanted);
            ids.stream()
                    .filter(id -> !found.containsKey(id))
                    .forEach(id ->
                            answer.withArray("errors").add(XProblem.notFound(wanted.dialect(), "tweet", "ids", id)));
            return Response.ok(answer).build();
        });
    }

    @GET
    @Path("/tweets/{id}")
    @Calling(Endpoint.POST)
    public Response post(@Context UriInfo uri, @RestPath String id) {
        Params params = params(uri);
        params.pathId("id", id);
        Wanted wanted = Wanted.posts(params);
        if (params.wrong()) {
            return params.refusal().response();
        }
        return world.alone(() -> {
            Optional<Post> post = PostId.parse(id).flatMap(posts::find);
            if (post.isPresent()) {
                return Response.ok(sheet.one(post.get(), wanted)).build();
            }
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.putArray("errors").add(XProblem.notFound(wanted.dialect(), "tweet", "id", id));
            return Response.ok(answer).build();
        });
    }

    @POST
    @Path("/tweets")
    @Consumes(MediaType.APPLICATION_JSON)
    @Calling(Endpoint.CREATE_POST)
    public Response create(String body) {
        return switch (CreatePostBody.read(body)) {
            case CreatePostBody.Wrong wrong ->
                XProblem.invalidBody(call.dialect(), wrong.message()).response();
            case CreatePostBody.Legible wish ->
                answer(publish.publish(new NewPost(
                        call.user(), wish.text(), wish.inReplyTo(), wish.quotes(), wish.leftOut(), Post.By.API)));
        };
    }

    @DELETE
    @Path("/tweets/{id:[0-9]+}")
    @Calling(Endpoint.DELETE_POST)
    public Response delete(@RestPath String id) {
        Withdraw.Outcome outcome = PostId.parse(id)
                .map(post -> withdraw.withdraw(post, call.user()))
                .orElse(Withdraw.Outcome.UNKNOWN);
        return switch (outcome) {
            case NOT_YOURS ->
                XProblem.forbidden("You are not authorized to delete this Tweet.")
                        .response();
            case DELETED, UNKNOWN ->
                Response.ok(deleted(outcome == Withdraw.Outcome.DELETED)).build();
        };
    }

    private Response answer(Creation creation) {
        return switch (creation) {
            case Creation.Refused(Creation.Reason reason)
            when reason.status() == 400 ->
                XProblem.invalidBody(call.dialect(), reason.detail()).response();
            case Creation.Refused(Creation.Reason reason) ->
                XProblem.forbidden(reason.detail()).response();
            case Creation.Taken(Post post) -> {
                ObjectNode answer = JsonNodeFactory.instance.objectNode();
                ObjectNode data = answer.putObject("data").put("id", post.id().text());
                data.put("text", post.text());
                if (call.dialect() == Dialect.POSTS) { // the older document has no more than these two
                    data.putArray(Dialect.POSTS.editHistory()).add(post.id().text());
                }
                yield Response.status(Response.Status.CREATED).entity(answer).build();
            }
        };
    }

    private static ObjectNode deleted(boolean done) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("data").put("deleted", done);
        return answer;
    }

    private Params params(UriInfo uri, String... own) {
        List<String> allowed = new ArrayList<>(List.of(own));
        allowed.addAll(Wanted.ofPosts(call.dialect()));
        return new Params(uri.getQueryParameters(), call.dialect(), allowed);
    }
}
