package dev.heed.reply.connection;

import dev.heed.web.Page;
import dev.heed.x.XUser;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Connecting accounts over HTTP. */
@Path("/api/reply/connections")
@Tag(name = "Connections", description = "The right to post as an X account")
@Produces(MediaType.APPLICATION_JSON)
class ConnectionResource {
    private final ConnectAccount connectAccount;
    private final ReadConnections readConnections;
    private final SecurityIdentity caller;

    ConnectionResource(ConnectAccount connectAccount, ReadConnections readConnections, SecurityIdentity caller) {
        this.connectAccount = connectAccount;
        this.readConnections = readConnections;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(
            summary = "Connect an account",
            description = "Gives the page on X where the account's owner lets us post. X sends the browser back to"
                    + " /connections/callback. Connecting again replaces a revoked right; replies that waited go on.")
    @APIResponse(responseCode = "201", description = "authorizeUrl, good once, for 10 minutes")
    @APIResponse(responseCode = "400", description = "No handle, or not one")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Only for the role admin (problem+json)")
    public Uni<RestResponse<ConnectionView.Asked>> ask(@NotNull @Valid ConnectionRequest body) {
        return connectAccount
                .ask(body.handle(), caller.getPrincipal().getName())
                .map(url -> RestResponse.status(RestResponse.Status.CREATED, new ConnectionView.Asked(url)));
    }

    @GET
    @RolesAllowed({"agent", "lead", "compliance", "admin"})
    @Operation(summary = "List connections", description = "Every account that was ever connected. No secrets.")
    @APIResponse(responseCode = "200", description = "All connections on one page")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "None of the roles that may look (problem+json)")
    public Uni<Page<ConnectionView>> list() {
        return readConnections.all().map(all -> new Page<>(all, null));
    }

    @GET
    @Path("/callback")
    @PermitAll
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Where X sends the browser back",
            description = "Needs no token: the state, which works once and for 10 minutes, says who asked.")
    @APIResponse(responseCode = "200", description = "Connected; a page that says so")
    @APIResponse(responseCode = "400", description = "unknown-state, consent-declined")
    @APIResponse(responseCode = "409", description = "wrong-account: the browser was logged in to X as another account")
    @APIResponse(responseCode = "502", description = "x-refused, x-silent")
    public Uni<String> complete(
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @QueryParam("error") @Nullable String error) {
        return connectAccount
                .complete(Optional.ofNullable(code), state == null ? "" : state, Optional.ofNullable(error))
                .map(ConnectionResource::pageOrThrow);
    }

    private static String pageOrThrow(ConnectAccount.Answer answer) {
        if (answer instanceof ConnectAccount.Answer.Connected(XUser account)) {
            return page(account.username());
        }
        throw ConnectionProblems.of(answer);
    }

    private static String page(String handle) {
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Connected</title>
                <h1>@%s is connected</h1><p>Heed may post as this account. You can close this page.</p></html>
                """.formatted(handle.replaceAll("\\W", ""));
    }
}
