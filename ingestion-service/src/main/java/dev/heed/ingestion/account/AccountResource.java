package dev.heed.ingestion.account;

import dev.heed.ingestion.account.Registration.AlreadyThere;
import dev.heed.ingestion.account.Registration.NotAHandle;
import dev.heed.ingestion.account.Registration.Registered;
import dev.heed.ingestion.account.Registration.UnknownOnX;
import dev.heed.ingestion.account.Registration.XDidNotTell;
import dev.heed.web.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The accounts that are listened for. */
@Path("/api/ingestion/accounts")
@Tag(name = "Accounts", description = "The X accounts that the company runs and listens for")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    private final RegisterAccount registering;
    private final Accounts accounts;
    private final Clock clock;

    AccountResource(RegisterAccount registering, Accounts accounts, Clock clock) {
        this.registering = registering;
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
                            + " Registering an account again changes nothing but its handle and name, if X has new ones.")
    @APIResponse(
            responseCode = "201",
            description = "It is listened for from now on",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was registered before",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-handle`: no handle can look like this (problem+json)")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Only for the role admin (problem+json)")
    @APIResponse(responseCode = "404", description = "`unknown-on-x`: X has no such user (problem+json)")
    @APIResponse(responseCode = "502", description = "`x-did-not-answer`: try again later (problem+json)")
    public Uni<Response> register(@Nullable RegisterRequest request) {
        return registering.register(request == null ? null : request.handle()).map(this::answer);
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

    private Response answer(Registration registration) {
        return switch (registration) {
            case Registered(Account account) -> view(201, account);
            case AlreadyThere(Account account) -> view(200, account);
            case NotAHandle(String given) ->
                throw problem(
                        400,
                        "invalid-handle",
                        "This cannot be a handle on X",
                        "Send {\"handle\": \"acme\"}: letters, digits and _, with or without @. Got '" + given + "'.");
            case UnknownOnX(String handle) ->
                throw problem(
                        404,
                        "unknown-on-x",
                        "X has no such user",
                        "X knows no user @" + handle + ", or shows it to nobody. Check the spelling.");
            case XDidNotTell(String cause) ->
                throw problem(
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

    private static Problem problem(int status, String slug, String title, String detail) {
        return Problem.of(status, slug, title, detail);
    }
}
