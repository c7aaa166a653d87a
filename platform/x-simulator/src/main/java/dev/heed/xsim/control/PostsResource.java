package dev.heed.xsim.control;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.post.Creation;
import dev.heed.xsim.post.NewPost;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Publish;
import dev.heed.xsim.post.Withdraw;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
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

    PostsResource(World world, Users users, Publish publish, Withdraw withdraw) {
        this.world = world;
        this.users = users;
        this.publish = publish;
        this.withdraw = withdraw;
    }

    record PostRequest(
            @Nullable String as,
            @Nullable String text,
            @Nullable String inReplyTo,
            @Nullable String quote) {}

    @POST
    @Operation(
            summary = "Post as somebody",
            description =
                    "`as` is the username of an account, `inReplyTo` and `quote` ids of posts. A reply names, as on X, the author"
                            + " and the people of the post it answers. X's rules for apps (duplicates, summoned replies, 280) are not applied.")
    @APIResponse(responseCode = "201", description = "The post as it stands in the ledger.")
    @APIResponse(responseCode = "400", description = "No text, or an answered or quoted post that is not there.")
    @APIResponse(responseCode = "404", description = "Nobody of this name.")
    public Response post(@Nullable PostRequest request) {
        if (request == null || request.as == null || request.text == null) {
            return Problems.badRequest("as (a username) and text are required.");
        }
        String author = request.as;
        Optional<User> user = world.alone(() -> users.byUsername(author));
        if (user.isEmpty()) {
            return Problems.notFound("There is no user @" + author + ". Open the account with POST /sim/users first.");
        }
        Optional<PostId> inReplyTo = Optional.ofNullable(request.inReplyTo).flatMap(PostId::parse);
        Optional<PostId> quote = Optional.ofNullable(request.quote).flatMap(PostId::parse);
        if (inReplyTo.isEmpty() != (request.inReplyTo == null) || quote.isEmpty() != (request.quote == null)) {
            return Problems.badRequest("inReplyTo and quote are ids of posts: 1 to 19 digits.");
        }
        Creation creation = publish.publish(new NewPost(
                user.get().id(), request.text, inReplyTo.orElse(null), quote.orElse(null), Set.of(), Post.By.CONTROL));
        return switch (creation) {
            case Creation.Refused refused ->
                Problems.badRequest(refused.reason().detail());
            case Creation.Taken taken ->
                Response.status(Response.Status.CREATED)
                        .entity(LedgerItem.of(taken.post(), user.get().username()))
                        .build();
        };
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a post, whoever wrote it", description = "Deleting it again is no error.")
    @APIResponse(responseCode = "204", description = "It is deleted.")
    @APIResponse(responseCode = "404", description = "There never was such a post.")
    public Response delete(@RestPath String id) {
        return PostId.parse(id).map(withdraw::withdraw).orElse(Withdraw.Outcome.UNKNOWN) == Withdraw.Outcome.DELETED
                ? Response.noContent().build()
                : Problems.notFound("There is no post " + id + ".");
    }
}
