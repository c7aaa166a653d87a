package dev.heed.ingestion.consent;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountName;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.connection.Connections;
import dev.heed.ingestion.connection.DisconnectAccount;
import dev.heed.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Connecting accounts over HTTP. */
@Path("/api/ingestion/connections")
@Tag(name = "Connections", description = "The right to read as an X account: its own limits, its direct messages")
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionResource {

    private final ConnectAccount connecting;
    private final DisconnectAccount disconnecting;
    private final Connections connections;
    private final Accounts accounts;
    private final SecurityIdentity caller;

    ConnectionResource(
            ConnectAccount connecting,
            DisconnectAccount disconnecting,
            Connections connections,
            Accounts accounts,
            SecurityIdentity caller) {
        this.connecting = connecting;
        this.disconnecting = disconnecting;
        this.connections = connections;
        this.accounts = accounts;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(
            summary = "Connect an account",
            description =
                    "Gives the page on X where the account's owner lets us read its mentions and direct messages."
                            + " X sends the browser back to /connections/callback. Connecting again replaces a right that has ended.")
    @APIResponse(responseCode = "201", description = "authorizeUrl, good once, for 10 minutes")
    @APIResponse(responseCode = "400", description = "No account is named (problem+json)")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Only for the role admin (problem+json)")
    @APIResponse(responseCode = "404", description = "`unknown-account`: register it first (problem+json)")
    @APIResponse(
            responseCode = "409",
            description = "`cannot-connect`: this installation has no key to keep tokens with (problem+json)")
    public Uni<Response> ask(@NotNull @Valid ConnectionRequest request) {
        String account = request.account();
        return connecting
                .ask(account == null ? "" : account, caller.getPrincipal().getName())
                .map(answer -> {
                    if (answer instanceof ConnectAnswer.Asked(String authorizeUrl)) {
                        return Response.status(201)
                                .entity(new ConnectionView.Asked(authorizeUrl))
                                .build();
                    }
                    throw ConnectionProblems.of(answer);
                });
    }

    @GET
    @RolesAllowed({"admin", "lead"})
    @Operation(summary = "List connections", description = "Every connected account, by handle. No secrets.")
    @APIResponse(responseCode = "200", description = "All connections on one page")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Only for the roles admin and lead (problem+json)")
    public Uni<ConnectionView.Page> list() {
        return connections
                .all()
                .map(all -> new ConnectionView.Page(
                        all.stream().map(ConnectionView::of).toList()));
    }

    @DELETE
    @Path("/{account}")
    @RolesAllowed("admin")
    @Operation(
            summary = "Disconnect an account",
            description =
                    "Revokes its tokens at X and destroys them. What is public is heard on, with the app's token.")
    @APIResponse(responseCode = "204", description = "Disconnected")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Only for the role admin (problem+json)")
    @APIResponse(responseCode = "404", description = "`not-connected` (problem+json)")
    public Uni<Void> disconnect(
            @Parameter(description = "X user id or handle of the account") @PathParam("account") String account) {
        return accounts.named(AccountName.of(account))
                .chain(found ->
                        disconnecting.disconnect(found.map(Account::id).orElseGet(() -> new AccountId(account))))
                .invoke(Problem.unlessFound(ConnectionProblems::notConnected))
                .replaceWithVoid();
    }

    @GET
    @Path("/callback")
    @PermitAll
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Where X sends the browser back",
            description = "Needs no token: the state, which works once and for 10 minutes, says who asked.")
    @APIResponse(responseCode = "200", description = "Connected; a page that says so")
    @APIResponse(responseCode = "400", description = "`unknown-state`, `consent-declined` (problem+json)")
    @APIResponse(
            responseCode = "409",
            description = "`wrong-account`: the browser was logged in to X as another account (problem+json)")
    @APIResponse(responseCode = "502", description = "`x-refused`, `x-silent` (problem+json)")
    public Uni<String> complete(
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @QueryParam("error") @Nullable String error) {
        return connecting
                .complete(Optional.ofNullable(code), state == null ? "" : state, Optional.ofNullable(error))
                .map(answer -> {
                    if (answer instanceof ConnectAnswer.Connected(String handle)) {
                        return page(handle);
                    }
                    throw ConnectionProblems.of(answer);
                });
    }

    private static String page(String handle) {
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Connected</title>
                <h1>@%s is connected</h1><p>Heed may read as this account. You can close this page.</p></html>
                """.formatted(handle.replaceAll("\\W", ""));
    }
}
