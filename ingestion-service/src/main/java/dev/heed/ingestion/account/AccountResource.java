package dev.heed.ingestion.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.ingestion.account.Registration.AlreadyThere;
import dev.heed.ingestion.account.Registration.CannotAskX;
import dev.heed.ingestion.account.Registration.NotABudget;
import dev.heed.ingestion.account.Registration.NotAHandle;
import dev.heed.ingestion.account.Registration.NotNow;
import dev.heed.ingestion.account.Registration.Registered;
import dev.heed.ingestion.account.Registration.StillBeingRemoved;
import dev.heed.ingestion.account.Registration.UnknownOnX;
import dev.heed.ingestion.account.Registration.XDidNotTell;
import dev.heed.web.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The accounts that are listened for. */
@Path("/api/ingestion/accounts")
@Tag(name = "Accounts", description = "The X accounts that the company runs and listens for")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    private final RegisterAccount registering;
    private final ChangeAccount changing;
    private final Accounts accounts;
    private final Clock clock;

    AccountResource(RegisterAccount registering, ChangeAccount changing, Accounts accounts, Clock clock) {
        this.registering = registering;
        this.changing = changing;
        this.accounts = accounts;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(
            summary = "Listen for an account",
            description =
                    "Looks the handle up on X and polls its mentions from then on, beginning up to seven days back."
                            + " Registering an account again changes nothing but its handle and name, if X has new ones, and"
                            + " its budget, if one is given. A removed account begins anew.")
    @APIResponse(
            responseCode = "201",
            description = "It is listened for from now on",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was registered before",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "`invalid-handle`: no handle can look like this; `invalid-budget`: it is negative; `malformed-body`:"
                            + " a field is misspelt or not of its type, such as a budget that is no whole number"
                            + " (problem+json)")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Only for the role admin (problem+json)")
    @APIResponse(responseCode = "404", description = "`unknown-on-x`: X has no such user (problem+json)")
    @APIResponse(
            responseCode = "409",
            description = "`still-being-removed`: its former life is not cleared away yet; try again in a minute."
                    + " `cannot-ask-x`: this installation has no token for X, or X does not accept it; the detail says what"
                    + " to set (problem+json)")
    @APIResponse(responseCode = "502", description = "`x-did-not-answer`: try again later (problem+json)")
    @APIResponse(responseCode = "503", description = "`not-now`: a limit or the money is spent (problem+json)")
    public Uni<Response> register(@Nullable RegisterRequest request) {
        return registering
                .register(
                        request == null ? null : request.handle(),
                        request == null ? null : request.monthlyBudgetMicros())
                .map(this::answer);
    }

    @GET
    @RolesAllowed({"agent", "lead", "compliance", "admin"})
    @Operation(summary = "List the accounts", description = "All of them, by handle, with how far each was heard.")
    @APIResponse(responseCode = "200", description = "The accounts")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "A token without any of the roles (problem+json)")
    public Uni<AccountView.Page> list() {
        Instant now = clock.instant();
        return accounts.all()
                .map(all -> new AccountView.Page(all.stream()
                        .map(account -> AccountView.of(account, now))
                        .toList()));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(
            summary = "Pause or resume an account, or set its budget",
            description =
                    "What is not given stays. What was said during a pause is heard when the account is resumed, as"
                            + " far as X shows it; what it does not show is raised as a finding.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChangeRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(
            responseCode = "400",
            description = "`invalid-change`: it cannot be understood, or has fields that there are not (problem+json)")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Only for the role admin (problem+json)")
    @APIResponse(responseCode = "404", description = "`unknown-account` (problem+json)")
    public Uni<AccountView> change(@PathParam("id") String id, @Nullable JsonNode body) {
        ChangeRequest request = ChangeRequest.read(body)
                .orElseThrow(() -> Problem.of(
                        400,
                        "invalid-change",
                        "This change cannot be understood",
                        "Send {\"status\": \"active\" or \"paused\", \"monthlyBudgetMicros\": 0 or more, or null}, or"
                                + " one of the two, and nothing else."));
        return changing.change(new AccountId(id), request)
                .map(found -> AccountView.of(found.orElseThrow(() -> unknown(id)), clock.instant()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("admin")
    @Operation(
            summary = "Stop listening for an account",
            description = "For good: its tokens are revoked, X delivers nothing of it any more. What was heard stays.")
    @APIResponse(responseCode = "204", description = "It is not listened for any more")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Only for the role admin (problem+json)")
    @APIResponse(responseCode = "404", description = "`unknown-account`, or removed before (problem+json)")
    public Uni<Void> remove(@PathParam("id") String id) {
        return changing.remove(new AccountId(id))
                .invoke(Problem.unlessFound(() -> unknown(id)))
                .replaceWithVoid();
    }

    private static Problem unknown(String id) {
        return Problem.of(
                404, "unknown-account", "No such account", "Nothing listens for an account of the id " + id + ".");
    }

    private Response answer(Registration registration) {
        return switch (registration) {
            case Registered(Account account) -> view(201, account);
            case AlreadyThere(Account account) -> view(200, account);
            case NotAHandle(String given) ->
                throw Problem.of(
                        400,
                        "invalid-handle",
                        "This cannot be a handle on X",
                        "Send {\"handle\": \"acme\"}: letters, digits and _, with or without @. Got '" + given + "'.");
            case NotABudget(long given) ->
                throw Problem.of(
                        400,
                        "invalid-budget",
                        "A budget cannot be negative",
                        "monthlyBudgetMicros is in millionths of a dollar, 0 or more. Got " + given + ".");
            case UnknownOnX(String handle) ->
                throw Problem.of(
                        404,
                        "unknown-on-x",
                        "X has no such user",
                        "X knows no user @" + handle + ", or shows it to nobody. Check the spelling.");
            case StillBeingRemoved(String handle) ->
                throw Problem.of(
                        409,
                        "still-being-removed",
                        "The account is still being removed",
                        "@" + handle
                                + " was removed, and clearing away what it left has not succeeded yet; the service's"
                                + " log says why. It is tried every minute. Nothing was changed; try again then.");
            case CannotAskX(String why) ->
                throw Problem.of(
                        409,
                        "cannot-ask-x",
                        "This installation cannot ask X",
                        "The handle could not be looked up: " + RefusalWords.sentence(why) + " Nothing was changed.");
            case NotNow(String why) ->
                throw Problem.of(
                        503,
                        "not-now",
                        "X cannot be asked now",
                        "The handle could not be looked up: " + RefusalWords.sentence(why) + " Nothing was changed.");
            case XDidNotTell(String cause) ->
                throw Problem.of(
                        502,
                        "x-did-not-answer",
                        "X did not answer",
                        "The handle could not be looked up: " + cause + ". Nothing was changed; try again later.");
        };
    }

    private Response view(int status, Account account) {
        return Response.status(status)
                .entity(AccountView.of(account, clock.instant()))
                .build();
    }
}
