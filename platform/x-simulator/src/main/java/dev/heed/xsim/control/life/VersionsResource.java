package dev.heed.xsim.control.life;

import dev.heed.xsim.control.LedgerItem;
import dev.heed.xsim.control.Problems;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.post.Creation;
import dev.heed.xsim.post.Edit;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Withhold;
import dev.heed.xsim.post.sheet.Typesetter;
import dev.heed.xsim.user.Users;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What becomes of posts. */
@Path("/sim/posts/{id}")
@Tag(name = "People and posts")
class VersionsResource {

    private final World world;
    private final Users users;
    private final Edit edit;
    private final Withhold withhold;
    private final Typesetter typesetter;

    VersionsResource(World world, Users users, Edit edit, Withhold withhold, Typesetter typesetter) {
        this.world = world;
        this.users = users;
        this.edit = edit;
        this.withhold = withhold;
        this.typesetter = typesetter;
    }

    record EditRequest(@Nullable String text) {}

    record WithholdRequest(@Nullable List<String> countries) {}

    @POST
    @Path("/edit")
    @Operation(
            summary = "Edit a post, whoever wrote it",
            description =
                    "Makes a new version with an id of its own; `id` may be that of any version. As on X five times at most, and"
                            + " within an hour of the first version; also replies, which X does not let everybody edit.")
    @APIResponse(responseCode = "201", description = "The new version as it stands in the ledger.")
    @APIResponse(responseCode = "400", description = "No text, or it is too late.")
    @APIResponse(responseCode = "404", description = "There is no such post any more.")
    public Response edit(@RestPath String id, @Nullable EditRequest request) {
        if (request == null || request.text == null) {
            return Problems.badRequest("text is required.");
        }
        String text = request.text;
        Creation creation = PostId.parse(id)
                .map(post -> edit.edit(post, text))
                .orElse(new Creation.Refused(Creation.Reason.TARGET_GONE));
        return switch (creation) {
            case Creation.Refused(Creation.Reason reason)
            when reason == Creation.Reason.TARGET_GONE -> Problems.notFound("There is no post " + id + ".");
            case Creation.Refused(Creation.Reason reason) -> Problems.badRequest(reason.detail());
            case Creation.Taken(Post post) ->
                Response.status(Response.Status.CREATED)
                        .entity(world.alone(() -> LedgerItem.of(
                                post,
                                users.known(post.author()).username(),
                                typesetter.text(post).text())))
                        .build();
        };
    }

    @POST
    @Path("/withhold")
    @Operation(
            summary = "Withhold a post in some countries",
            description =
                    "`countries` are codes of two capital letters, XX for all; an empty list lets it go. Its field `withheld`"
                            + " tells. With XX it is in no timeline and no search any more and cannot be answered.")
    @APIResponse(responseCode = "204", description = "It is withheld.")
    @APIResponse(responseCode = "400", description = "No list of country codes.")
    @APIResponse(responseCode = "404", description = "There is no such post any more.")
    public Response withhold(@RestPath String id, @Nullable WithholdRequest request) {
        if (request == null
                || request.countries == null
                || !request.countries.stream().allMatch(country -> country.matches("[A-Z]{2}"))) {
            return Problems.badRequest("countries must be a list of codes of two capital letters.");
        }
        List<String> countries = request.countries.stream().distinct().toList();
        Optional<PostId> post = PostId.parse(id).filter(known -> withhold.withhold(known, countries));
        return post.isPresent() ? Response.noContent().build() : Problems.notFound("There is no post " + id + ".");
    }
}
