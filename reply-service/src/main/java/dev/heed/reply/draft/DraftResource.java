package dev.heed.reply.draft;

import dev.heed.reply.web.NewestFirst;
import dev.heed.web.Page;
import dev.heed.web.PageRequest;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Drafts over HTTP. */
@Path("/api/reply/drafts")
@Tag(name = "Drafts", description = "What an agent means to say, and its checks")
@APIResponse(responseCode = "401", description = "No valid token (problem+json)")
@APIResponse(responseCode = "403", description = "None of the roles that may do this (problem+json)")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DraftResource {
    private final WriteDraft writeDraft;
    private final EditDraft editDraft;
    private final ReadDrafts readDrafts;
    private final SecurityIdentity caller;

    DraftResource(WriteDraft writeDraft, EditDraft editDraft, ReadDrafts readDrafts, SecurityIdentity caller) {
        this.writeDraft = writeDraft;
        this.editDraft = editDraft;
        this.readDrafts = readDrafts;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"agent", "lead"})
    @Operation(
            summary = "Write a draft",
            description =
                    "Keeps a reply to a ticket that the caller owns, with what every guard says of it. A draft that a"
                            + " guard blocks is kept in state 'blocked' and cannot be published until it is edited. The same"
                            + " Idempotency-Key with the same body gives the same draft.")
    @APIResponse(responseCode = "201", description = "Kept; the draft with its checks")
    @APIResponse(
            responseCode = "400",
            description = "No ticket is given; malformed-body: a field is misspelt or not of its type (problem+json)")
    @APIResponse(responseCode = "404", description = "unknown-ticket")
    @APIResponse(
            responseCode = "409",
            description =
                    "not-the-owner: the detail names the owner; private-message: what is sent in private is not answered"
                            + " in public; nothing-to-answer-in-public: nothing public of this ticket still stands")
    @APIResponse(responseCode = "413", description = "A body of more than 64 KB; without a body")
    @APIResponse(
            responseCode = "422",
            description = "empty-draft, too-long, post-of-another-ticket, idempotency-key-reused")
    public Uni<RestResponse<DraftView>> write(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key, @NotNull @Valid DraftRequest body) {
        return writeDraft
                .write(body.asNewDraft(), caller.getPrincipal().getName(), key == null || key.isBlank() ? null : key)
                .map(DraftProblems::viewOrThrow)
                .map(view -> RestResponse.ResponseBuilder.<DraftView>created(
                                URI.create("/api/reply/drafts/" + view.id()))
                        .entity(view)
                        .build());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"agent", "lead"})
    @Operation(summary = "Edit a draft", description = "Replaces the text of a draft that was not yet published.")
    @APIResponse(responseCode = "200", description = "The draft with new checks")
    @APIResponse(responseCode = "400", description = "malformed-body (problem+json)")
    @APIResponse(responseCode = "404", description = "unknown-draft")
    @APIResponse(responseCode = "409", description = "not-the-owner, already-published")
    @APIResponse(responseCode = "413", description = "A body of more than 64 KB; without a body")
    @APIResponse(responseCode = "422", description = "empty-draft, too-long")
    public Uni<DraftView> edit(@PathParam("id") String id, DraftRequest.@NotNull Edit body) {
        return editDraft
                .edit(id(id), body.words(), caller.getPrincipal().getName())
                .map(DraftProblems::viewOrThrow);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "lead", "compliance", "admin"})
    @Operation(summary = "Show a draft", description = "With its state: drafted up to published, refused or unknown.")
    @APIResponse(responseCode = "200", description = "The draft")
    @APIResponse(responseCode = "404", description = "unknown-draft")
    public Uni<DraftView> show(@PathParam("id") String id) {
        return readDrafts.one(id(id)).map(DraftProblems::viewOrThrow);
    }

    @GET
    @RolesAllowed({"agent", "lead", "compliance", "admin"})
    @Operation(summary = "List a ticket's drafts", description = "Newest first.")
    @APIResponse(responseCode = "200", description = "A page of drafts")
    @APIResponse(
            responseCode = "400",
            description = "No ticket is given; unknown-cursor, limit-out-of-range: 1 to 200 (problem+json)")
    public Uni<Page<DraftView>> list(
            @QueryParam("ticket") @NotBlank @Nullable String ticket,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        PageRequest<UUID> page = NewestFirst.page(cursor, limit);
        return readDrafts
                .ofTicket(ticket == null ? "" : ticket, page)
                .map(found -> page.cut(found, kept -> kept.draft().id().value())
                        .map(kept -> DraftView.of(kept.draft(), kept.progress())));
    }

    private static ReplyId id(String text) {
        return ReplyId.parse(text).orElseThrow(() -> DraftProblems.unknownDraft(text));
    }
}
