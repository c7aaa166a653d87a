package dev.heed.ingestion.mention;

import dev.heed.ingestion.account.AccountProblems;
import dev.heed.web.Cursor;
import dev.heed.web.PageRequest;
import dev.heed.web.Pages;
import dev.heed.web.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was heard. */
@Path("/api/ingestion/mentions")
@Tag(name = "Mentions", description = "Public posts that address, answer or quote an account, as heard")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"agent", "lead", "admin"})
public class MentionResource {

    private static final Pages<Long> PAGES = Pages.of("mentions", Cursor.ofPosition());

    private final ShowMentions showing;

    MentionResource(ShowMentions showing) {
        this.showing = showing;
    }

    @GET
    @Operation(
            summary = "List what was heard, the last first",
            description =
                    "A page has up to `limit` mentions (1 to 200, 50 if not given); give its `next` back as `cursor`"
                            + " for those heard before.")
    @APIResponse(responseCode = "200", description = "A page of mentions")
    @APIResponse(responseCode = "400", description = "`unknown-cursor` or `limit-out-of-range` (problem+json)")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Not for this role (problem+json)")
    @APIResponse(responseCode = "404", description = "`unknown-account`: nobody ever registered it (problem+json)")
    public Uni<MentionPage> list(
            @Parameter(description = "X user id or handle of an account; all accounts if not given")
                    @QueryParam("account")
                    @Nullable
                    String account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        PageRequest<Long> page = PAGES.asked(Optional.ofNullable(cursor), limit);
        return showing.page(account, page)
                .map(found -> page.cut(
                                found.orElseThrow(() -> AccountProblems.unknown(String.valueOf(account))),
                                StoredMention::position)
                        .map(MentionView::of)
                        .as(MentionPage::new));
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "Show one mention",
            description =
                    "By the id of any of its versions. What it answers or quotes is looked up once more on X if it"
                            + " was not to be had when the mention was heard.")
    @APIResponse(
            responseCode = "200",
            description = "The mention",
            content = @Content(schema = @Schema(implementation = MentionView.class)))
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Not for this role (problem+json)")
    @APIResponse(responseCode = "404", description = "`unknown-mention`: no such post was heard (problem+json)")
    public Uni<MentionView> one(@Parameter(description = "Id of the post on X") @PathParam("id") String id) {
        return showing.one(id)
                .map(found -> found.map(MentionView::of)
                        .orElseThrow(() -> Problem.of(
                                404,
                                "unknown-mention",
                                "No such post was heard",
                                "Nothing was heard under the post id " + id + ".")));
    }
}
