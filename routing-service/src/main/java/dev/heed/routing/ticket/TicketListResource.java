package dev.heed.routing.ticket;

import dev.heed.web.PageRequest;
import dev.heed.web.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists of tickets over HTTP. */
@Path("/api/routing")
@Tag(name = "Lists", description = "Which tickets there are, and who waits for an answer")
@APIResponse(responseCode = "400", description = "A filter, limit or cursor that cannot be (problem+json)")
@APIResponse(responseCode = "401", description = "No valid token (problem+json)")
@APIResponse(responseCode = "403", description = "None of the roles that may look (problem+json)")
class TicketListResource {

    private static final Pages<TicketPlace> PAGES = Pages.refusing(
            TicketPlace.CURSOR,
            TicketProblems.badRequest("Unknown cursor", "Give back the \"next\" of the page before, as it was."),
            TicketProblems.badRequest("Limit out of range", "limit is a number from 1 to 200."));

    private final ReadTickets tickets;

    TicketListResource(ReadTickets tickets) {
        this.tickets = tickets;
    }

    @GET
    @Path("/tickets")
    @RolesAllowed({"agent", "lead", "compliance", "admin"})
    @Operation(
            summary = "List tickets",
            description =
                    "All filters hold together. Oldest first, unless order=urgent asks for the highest priority first.")
    @APIResponse(responseCode = "200", description = "A page of tickets")
    public Uni<TicketPage> list(
            @Parameter(
                            description =
                                    "One of waiting, assigned, claimed, resolved, monitored, let_stand, withdrawn; may be repeated")
                    @QueryParam("status")
                    List<String> status,
            @Parameter(description = "User name of the owner") @QueryParam("owner") Optional<String> owner,
            @Parameter(description = "X user id or handle of the account") @QueryParam("account")
                    Optional<String> account,
            @Parameter(description = "Id of a customer's post: the one ticket that it is on") @QueryParam("post")
                    Optional<String> post,
            @Parameter(description = "Words in a post, or part of the customer's handle; letter case does not count")
                    @QueryParam("q")
                    Optional<String> text,
            @Parameter(description = "oldest or urgent") @QueryParam("order") @DefaultValue("oldest") String order,
            @Parameter(description = "The next of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 200") @QueryParam("limit") @DefaultValue("50") String limit) {
        status.stream()
                .filter(each -> !TicketQuery.STATUSES.contains(each))
                .findFirst()
                .ifPresent(unknown -> {
                    throw TicketProblems.badRequest(
                            "Unknown status", "\"" + unknown + "\" is not one of " + TicketQuery.STATUSES + ".");
                });
        if (!order.equals("oldest") && !order.equals("urgent")) {
            throw TicketProblems.badRequest("Unknown order", "order is oldest or urgent, not \"" + order + "\".");
        }
        return tickets.page(new TicketQuery(
                status,
                owner.filter(each -> !each.isBlank()),
                account.filter(each -> !each.isBlank()),
                post.filter(each -> !each.isBlank()),
                text.map(String::strip).filter(each -> !each.isEmpty()),
                false,
                order.equals("urgent"),
                page(cursor, limit)));
    }

    @GET
    @Path("/unanswered")
    @RolesAllowed({"agent", "lead", "compliance"})
    @Operation(
            summary = "The ledger of the unanswered",
            description =
                    "Every open ticket whose customer waits for an answer: neither answered, monitored, let stand nor"
                            + " resolved. With who has it and why it wants an answer; highest priority first.")
    @APIResponse(responseCode = "200", description = "A page of the ledger; without items nobody waits")
    public Uni<UnansweredPage> unanswered(
            @Parameter(description = "X user id or handle of the account") @QueryParam("account")
                    Optional<String> account,
            @Parameter(description = "The next of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 200") @QueryParam("limit") @DefaultValue("50") String limit) {
        var query = new TicketQuery(
                List.of(),
                Optional.empty(),
                account.filter(each -> !each.isBlank()),
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                page(cursor, limit));
        return tickets.page(query).map(UnansweredPage::of);
    }

    private static PageRequest<TicketPlace> page(@Nullable String cursor, String limit) {
        return PAGES.asked(Optional.ofNullable(cursor).filter(text -> !text.isEmpty()), limit);
    }
}
