package dev.heed.xsim.post;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import dev.heed.xsim.post.sheet.PostSheet;
import dev.heed.xsim.post.sheet.Typesetter;
import dev.heed.xsim.post.sight.Seen;
import dev.heed.xsim.post.sight.Sight;
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
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** X's endpoints for posts by id: look up, create, delete. */
@Path("/2")
@Produces(MediaType.APPLICATION_JSON)
class PostResource {

    private final World world;
    private final Posts posts;
    private final Sight sight;
    private final PostSheet sheet;
    private final Typesetter typesetter;
    private final Publish publish;
    private final Edit edit;
    private final Withdraw withdraw;
    private final CurrentCall call;

    PostResource(
            World world,
            Posts posts,
            Sight sight,
            PostSheet sheet,
            Typesetter typesetter,
            Publish publish,
            Edit edit,
            Withdraw withdraw,
            CurrentCall call) {
        this.world = world;
        this.posts = posts;
        this.sight = sight;
        this.sheet = sheet;
        this.typesetter = typesetter;
        this.publish = publish;
        this.edit = edit;
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
            List<Post> found = new ArrayList<>();
            List<ObjectNode> missing = new ArrayList<>();
            ids.forEach(id -> seek(id, "ids", found, missing));
            return Response.ok(sheet.list(found, wanted, call.viewer(), missing, rest -> {}))
                    .build();
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
            List<Post> found = new ArrayList<>();
            List<ObjectNode> missing = new ArrayList<>();
            seek(id, "id", found, missing);
            if (!found.isEmpty()) {
                return Response.ok(sheet.one(found.getFirst(), wanted, call.viewer()))
                        .build();
            }
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.putArray("errors").add(missing.getFirst());
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
                answer(
                        wish.edits() != null
                                ? edit.edit(wish.edits(), wish.text(), call.user())
                                : publish.publish(new NewPost(
                                        call.user(),
                                        wish.text(),
                                        wish.inReplyTo(),
                                        wish.quotes(),
                                        wish.leftOut(),
                                        Post.By.API)));
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

    /** Finds the post of this id, or tells in X's words why it is missing. */
    private void seek(String id, String parameter, List<Post> found, List<ObjectNode> missing) {
        Optional<Post> post = PostId.parse(id).flatMap(posts::evenDeleted);
        switch (post.map(it -> sight.of(it, call.viewer())).orElse(Seen.GONE)) {
            case SHOWN -> post.ifPresent(found::add);
            case GONE -> missing.add(XProblem.notFound(call.dialect(), "tweet", parameter, id));
            case FORBIDDEN -> missing.add(XProblem.notAuthorized(call.dialect(), "tweet", parameter, id, "data"));
        }
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
                world.alone(() -> {
                    data.put("text", typesetter.text(post).text());
                    if (call.dialect() == Dialect.POSTS) { // the older document has no more than these two
                        ArrayNode versions = data.putArray(Dialect.POSTS.editHistory());
                        posts.versions(post).forEach(version -> versions.add(version.text()));
                    }
                    return data;
                });
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
