package dev.heed.xsim.control;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.post.Creation;
import dev.heed.xsim.post.NewPost;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Publish;
import dev.heed.xsim.post.Withdraw;
import dev.heed.xsim.post.sheet.Typesetter;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Posts and deletes as anybody, without token, limits or X's rules for apps. */
@Path("/sim/posts")
@Tag(name = "People and posts")
class PostsResource {

    private final World world;
    private final Users users;
    private final Publish publish;
    private final Withdraw withdraw;
    private final Typesetter typesetter;

    PostsResource(World world, Users users, Publish publish, Withdraw withdraw, Typesetter typesetter) {
        this.world = world;
        this.users = users;
        this.publish = publish;
        this.withdraw = withdraw;
        this.typesetter = typesetter;
    }

    @POST
    @Operation(
            summary = "Post as somebody",
            description =
                    "`as` is the username of an account, `inReplyTo`, `quote` and `repostOf` ids of posts. A reply names, as on X, the"
                            + " author and the people of the post it answers. X's rules for apps (duplicates, summoned replies, 280) are not"
                            + " applied: what is longer becomes a long post. `media` is up to four {type: photo|video|animated_gif, url,"
                            + " altText}, `poll` {options, minutes}, `lang` a language tag (default en). With `createdAt`, an RFC 3339 time in"
                            + " the past, it has an id of that time and is told of now. `appearsAfter` {mentions, search, lookup}: milliseconds"
                            + " from now until it appears there.")
    @APIResponse(responseCode = "201", description = "The post as it stands in the ledger.")
    @APIResponse(responseCode = "400", description = "No text, or an answered or quoted post that is not there.")
    @APIResponse(responseCode = "404", description = "Nobody of this name.")
    public Response post(@Nullable PostRequest request) {
        if (request == null || request.as() == null) {
            return Problems.badRequest("as (a username) is required.");
        }
        String author = request.as();
        Optional<User> user = world.alone(() -> users.byUsername(author));
        if (user.isEmpty()) {
            return Problems.notFound("There is no user @" + author + ". Open the account with POST /sim/users first.");
        }
        try {
            NewPost wish = request.wish(user.get().id(), world.now(), () -> world.alone(world::nextId));
            return answer(publish.publish(wish), user.get());
        } catch (PostRequest.Unusable unusable) {
            return Problems.badRequest(unusable.words());
        }
    }

    private Response answer(Creation creation, User author) {
        return switch (creation) {
            case Creation.Refused refused ->
                Problems.badRequest(refused.reason().detail());
            case Creation.Taken(Post post) ->
                Response.status(Response.Status.CREATED)
                        .entity(world.alone(() -> LedgerItem.of(
                                post, author.username(), typesetter.text(post).text())))
                        .build();
        };
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Delete a post, whoever wrote it",
            description = "In all its versions. Deleting it again is no error.")
    @APIResponse(responseCode = "204", description = "It is deleted.")
    @APIResponse(responseCode = "404", description = "There never was such a post.")
    public Response delete(@RestPath String id) {
        return PostId.parse(id).map(withdraw::withdraw).orElse(Withdraw.Outcome.UNKNOWN) == Withdraw.Outcome.DELETED
                ? Response.noContent().build()
                : Problems.notFound("There is no post " + id + ".");
    }
}
