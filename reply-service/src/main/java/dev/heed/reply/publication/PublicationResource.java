package dev.heed.reply.publication;

import dev.heed.reply.draft.ReplyId;
import dev.heed.reply.web.NewestFirst;
import dev.heed.web.Page;
import dev.heed.web.PageRequest;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of publications, over HTTP. */
@Path("/api/reply/publications")
@Tag(name = "Publications", description = "Posting on X, exactly once")
@APIResponse(responseCode = "401", description = "No valid token (problem+json)")
@APIResponse(responseCode = "403", description = "None of the roles that may do this (problem+json)")
@Produces(MediaType.APPLICATION_JSON)
class PublicationResource {
    private final SettlePublication settlePublication;
    private final ReadPublications readPublications;
    private final SecurityIdentity caller;

    PublicationResource(
            SettlePublication settlePublication, ReadPublications readPublications, SecurityIdentity caller) {
        this.settlePublication = settlePublication;
        this.readPublications = readPublications;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"lead", "admin"})
    @Operation(summary = "List publications", description = "Newest first; state 'unknown' shows what may need a lead.")
    @APIResponse(responseCode = "200", description = "A page of publications")
    @APIResponse(
            responseCode = "400",
            description = "No such state; unknown-cursor, limit-out-of-range: 1 to 200 (problem+json)")
    public Uni<Page<PublicationView>> list(
            @QueryParam("state")
                    @Pattern(
                            regexp = "intended|sending|published|refused|unknown",
                            message = "must be intended, sending, published, refused or unknown")
                    @Nullable
                    String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        PageRequest<UUID> page = NewestFirst.page(cursor, limit);
        return readPublications
                .page(state, page)
                .map(found -> page.cut(
                                found, publication -> publication.reply().id().value())
                        .map(PublicationView::of));
    }

    @POST
    @Path("/{id}/settle")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("lead")
    @Operation(
            summary = "Settle an unknown outcome",
            description =
                    "A lead has looked at X: the post is there (published, with its id), or it is not (absent; it is"
                            + " not tried again, a new draft may be). The reason is kept.")
    @APIResponse(responseCode = "200", description = "Settled; the publication")
    @APIResponse(responseCode = "400", description = "outcome, postId or reason missing or malformed")
    @APIResponse(responseCode = "404", description = "unknown-publication")
    @APIResponse(responseCode = "409", description = "outcome-known, post-of-another-reply")
    public Uni<PublicationView> settle(@PathParam("id") String id, @NotNull @Valid SettleRequest body) {
        return settlePublication
                .settle(
                        ReplyId.parse(id).orElseThrow(() -> PublicationProblems.unknownPublication(id)),
                        PublicationProblems.word(body.outcome(), body.postId()),
                        caller.getPrincipal().getName(),
                        Objects.requireNonNullElse(body.reason(), ""))
                .map(PublicationProblems::viewOrThrow);
    }
}
