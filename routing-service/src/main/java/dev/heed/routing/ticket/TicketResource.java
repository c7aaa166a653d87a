package dev.heed.routing.ticket;

import dev.heed.routing.ticket.life.Outcome;
import dev.heed.routing.ticket.life.Person;
import dev.heed.routing.ticket.life.TicketId;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One ticket over HTTP: to look at, and to act on. */
@Path("/api/routing/tickets/{id}")
@Tag(name = "Tickets", description = "One ticket: to look at, to claim, to give back, to resolve")
@APIResponse(responseCode = "401", description = "No valid token (problem+json)")
@APIResponse(responseCode = "403", description = "Not the role for this (problem+json)")
@APIResponse(responseCode = "404", description = "unknown-ticket (problem+json)")
class TicketResource {

    private static final String IF_MATCH = "The version looked at, as in the ETag; optional";

    private final ReadTickets tickets;
    private final ClaimTicket claim;
    private final ReleaseTicket release;
    private final ResolveTicket resolve;
    private final SecurityIdentity identity;

    TicketResource(
            ReadTickets tickets,
            ClaimTicket claim,
            ReleaseTicket release,
            ResolveTicket resolve,
            SecurityIdentity identity) {
        this.tickets = tickets;
        this.claim = claim;
        this.release = release;
        this.resolve = resolve;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({"agent", "lead", "compliance", "admin"})
    @Operation(
            summary = "A ticket",
            description = "With its posts, answers, clocks and history. The ETag is its version.")
    @APIResponse(responseCode = "200", description = "The ticket")
    public Uni<RestResponse<TicketView>> show(@PathParam("id") String id) {
        return shown(id(id));
    }

    @POST
    @Path("/claim")
    @RolesAllowed({"agent", "lead"})
    @Operation(
            summary = "Claim it",
            description =
                    "The caller takes up a ticket of their own or one that nobody has; a lead may take over anybody's."
                            + " Claiming a monitored ticket, or one that was let stand, overrules the policy, and is recorded."
                            + " Claiming one's own again changes nothing.")
    @APIResponse(responseCode = "200", description = "The ticket, which is the caller's now")
    @APIResponse(
            responseCode = "409",
            description = "ticket-owned-by-another, ticket-already-resolved, ticket-withdrawn (problem+json)")
    @APIResponse(responseCode = "400", description = "unknown-version: If-Match is no ETag of a ticket (problem+json)")
    @APIResponse(responseCode = "412", description = "ticket-changed-meanwhile (problem+json)")
    public Uni<RestResponse<TicketView>> claim(
            @PathParam("id") String id,
            @Parameter(description = IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch) {
        TicketId ticket = id(id);
        return claim.claim(ticket, caller(), version(ifMatch)).chain(outcome -> answer(ticket, outcome));
    }

    @POST
    @Path("/release")
    @RolesAllowed({"agent", "lead"})
    @Operation(summary = "Give it back", description = "By its owner or a lead. It waits, and anybody may claim it.")
    @APIResponse(responseCode = "200", description = "The ticket, which nobody has now")
    @APIResponse(
            responseCode = "409",
            description =
                    "ticket-owned-by-another, ticket-not-owned, ticket-already-resolved, ticket-withdrawn (problem+json)")
    @APIResponse(responseCode = "400", description = "unknown-version: If-Match is no ETag of a ticket (problem+json)")
    @APIResponse(responseCode = "412", description = "ticket-changed-meanwhile (problem+json)")
    public Uni<RestResponse<TicketView>> release(
            @PathParam("id") String id,
            @Parameter(description = IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch) {
        TicketId ticket = id(id);
        return release.release(ticket, caller(), version(ifMatch)).chain(outcome -> answer(ticket, outcome));
    }

    @POST
    @Path("/resolve")
    @RolesAllowed({"agent", "lead"})
    @Operation(
            summary = "Resolve it",
            description =
                    "By its owner or a lead. If the customer still waits for an answer, the note must say why none comes."
                            + " A further post of the customer opens it again.")
    @APIResponse(responseCode = "200", description = "The ticket, which is resolved now")
    @APIResponse(
            responseCode = "409",
            description =
                    "ticket-owned-by-another, ticket-not-owned, ticket-already-resolved, ticket-withdrawn (problem+json)")
    @APIResponse(
            responseCode = "400",
            description = "unknown-version: If-Match is no ETag of a ticket; malformed-body (problem+json)")
    @APIResponse(responseCode = "412", description = "ticket-changed-meanwhile (problem+json)")
    @APIResponse(responseCode = "422", description = "note-needed (problem+json)")
    public Uni<RestResponse<TicketView>> resolve(
            @PathParam("id") String id,
            @Parameter(description = IF_MATCH) @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable ResolveRequest request) {
        TicketId ticket = id(id);
        String note = request == null ? null : request.note();
        return resolve.resolve(ticket, caller(), note, version(ifMatch)).chain(outcome -> answer(ticket, outcome));
    }

    private Uni<RestResponse<TicketView>> answer(TicketId id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> Uni.createFrom().failure(TicketProblems.of(refused.refusal()));
            case Outcome.Done done -> shown(id);
            case Outcome.Unchanged unchanged -> shown(id);
        };
    }

    private Uni<RestResponse<TicketView>> shown(TicketId id) {
        return tickets.one(id)
                .map(found -> found.map(view -> RestResponse.ResponseBuilder.ok(view)
                                .header("ETag", "\"" + view.version() + "\"")
                                .build())
                        .orElseThrow(() -> TicketProblems.unknownTicket(id.toString())));
    }

    private Person caller() {
        return new Person(identity.getPrincipal().getName(), identity.hasRole("lead"));
    }

    private static TicketId id(String text) {
        return TicketId.parse(text).orElseThrow(() -> TicketProblems.unknownTicket(text));
    }

    private static Optional<Long> version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return Optional.empty();
        }
        String digits = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        if (!digits.matches("\\d{1,18}")) {
            throw TicketProblems.badRequest(
                    "Unknown version", "If-Match is the ETag of the ticket, for example \"3\".");
        }
        return Optional.of(Long.parseLong(digits));
    }
}
