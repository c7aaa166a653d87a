package dev.heed.reply.publication;

import dev.heed.reply.draft.DraftProblems;
import dev.heed.reply.draft.DraftView;
import dev.heed.reply.draft.ReplyId;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Publishing over HTTP: a door of this room under the address of a draft. */
@Path("/api/reply/drafts/{id}/publish")
@Tag(name = "Publications", description = "Posting on X, exactly once")
@APIResponse(responseCode = "401", description = "No valid token (problem+json)")
@APIResponse(responseCode = "403", description = "None of the roles that may do this (problem+json)")
@Produces(MediaType.APPLICATION_JSON)
class PublishResource {
    private final PublishReply publishReply;
    private final SecurityIdentity caller;

    PublishResource(PublishReply publishReply, SecurityIdentity caller) {
        this.publishReply = publishReply;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"agent", "lead"})
    @Operation(
            summary = "Publish a draft",
            description =
                    "Writes down the intent to post. It is posted, once, after the audit log holds the intent; GET"
                            + " /drafts/{id} tells how far it has come.")
    @APIResponse(responseCode = "202", description = "Intended; the draft with its state")
    @APIResponse(responseCode = "404", description = "unknown-draft, unknown-ticket")
    @APIResponse(
            responseCode = "409",
            description = "guard-blocked, not-the-owner, already-published, another-reply-in-flight")
    public Uni<RestResponse<DraftView>> publish(@PathParam("id") String id) {
        return publishReply
                .publish(
                        ReplyId.parse(id).orElseThrow(() -> DraftProblems.unknownDraft(id)),
                        caller.getPrincipal().getName())
                .map(PublicationProblems::viewOrThrow)
                .map(view -> RestResponse.status(RestResponse.Status.ACCEPTED, view));
    }
}
