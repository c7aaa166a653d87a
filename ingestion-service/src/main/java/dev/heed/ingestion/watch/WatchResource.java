package dev.heed.ingestion.watch;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.spending.SpendingConfig;
import dev.heed.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Watches over HTTP. */
@Path("/api/ingestion/watches")
@Tag(
        name = "Watches",
        description = "Searches that are listened to beside the accounts: brand and product names without an @")
@APIResponse(responseCode = "401", description = "No valid token (problem+json)")
@APIResponse(responseCode = "403", description = "Only for the roles admin and lead; agents may list (problem+json)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "lead"})
public class WatchResource {

    private final SetUpWatch settingUp;
    private final ChangeWatch changing;
    private final TryQuery trying;
    private final Watches watches;
    private final Accounts accounts;
    private final SpendingConfig prices;
    private final SecurityIdentity caller;

    WatchResource(
            SetUpWatch settingUp,
            ChangeWatch changing,
            TryQuery trying,
            Watches watches,
            Accounts accounts,
            SpendingConfig prices,
            SecurityIdentity caller) {
        this.settingUp = settingUp;
        this.changing = changing;
        this.trying = trying;
        this.watches = watches;
        this.accounts = accounts;
        this.prices = prices;
        this.caller = caller;
    }

    @POST
    @Path("/try")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Try a query",
            description =
                    "Tells what is wrong with it, or what it finds now, how much of it there is, and what listening to it would"
                            + " cost. Keeps nothing; costs the reads of up to 10 posts.")
    @APIResponse(
            responseCode = "200",
            description = "What it finds, or the problems with their places in the text",
            content = @Content(schema = @Schema(implementation = TriedView.class)))
    @APIResponse(responseCode = "404", description = "`unknown-account` (problem+json)")
    @APIResponse(responseCode = "409", description = "`cannot-ask-x`: the detail says what to set (problem+json)")
    @APIResponse(responseCode = "502", description = "`x-did-not-answer` (problem+json)")
    @APIResponse(responseCode = "503", description = "`not-now`: a limit or the money is spent (problem+json)")
    public Uni<TriedView> attempt(WatchRequest.@Nullable Trial request) {
        String given = request == null ? null : request.account();
        String query = request == null || request.query() == null ? "" : request.query();
        return settingUp.account(given).chain(found -> {
            Account account =
                    found.orElseThrow(() -> WatchProblems.of(new Outcome.UnknownAccount(given == null ? "" : given)));
            return trying.attempt(account, query).map(tried -> view(tried, account));
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Watch for something",
            description =
                    "X is asked first, as by /try. From then on what matches is heard as a mention of kind watch, or as an ordinary"
                            + " mention where it addresses the account.")
    @APIResponse(
            responseCode = "201",
            description = "It is watched for from now on",
            content = @Content(schema = @Schema(implementation = WatchView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-name`, `malformed-body` (problem+json)")
    @APIResponse(responseCode = "404", description = "`unknown-account` (problem+json)")
    @APIResponse(responseCode = "409", description = "`name-taken`, `too-many-watches`, `cannot-ask-x` (problem+json)")
    @APIResponse(responseCode = "422", description = "`unreadable-query`, `x-refused-query` (problem+json)")
    @APIResponse(responseCode = "502", description = "`x-did-not-answer` (problem+json)")
    @APIResponse(responseCode = "503", description = "`not-now` (problem+json)")
    public Uni<Response> setUp(@Nullable WatchRequest request) {
        WatchRequest wanted = request == null ? new WatchRequest(null, null, null, null) : request;
        return settingUp
                .setUp(
                        wanted.account(),
                        wanted.name(),
                        wanted.query(),
                        Boolean.TRUE.equals(wanted.backfill()),
                        caller.getPrincipal().getName())
                .map(outcome -> Response.status(201).entity(shown(outcome)).build());
    }

    @GET
    @RolesAllowed({"admin", "lead", "agent"})
    @Operation(summary = "List the watches", description = "All of them, by account and name.")
    @APIResponse(responseCode = "200", description = "The watches")
    public Uni<WatchView.Page> list() {
        return accounts.all().chain(all -> watches.all().map(listed -> page(listed, all)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a watch",
            description =
                    "Renames it, pauses it or lets it go on, or gives it another query, which X is asked first. With another"
                            + " query, or after a pause, it begins anew from now on; `backfill` adds the last seven days.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = WatchView.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "`invalid-name`, `invalid-status`, `malformed-body`; `invalid-change`: nothing is to be changed,"
                            + " or `backfill` where nothing begins anew (problem+json)")
    @APIResponse(responseCode = "404", description = "`unknown-watch` (problem+json)")
    @APIResponse(responseCode = "409", description = "`name-taken`, `changed-meanwhile`, `cannot-ask-x` (problem+json)")
    @APIResponse(responseCode = "422", description = "`unreadable-query`, `x-refused-query` (problem+json)")
    @APIResponse(responseCode = "502", description = "`x-did-not-answer` (problem+json)")
    @APIResponse(responseCode = "503", description = "`not-now` (problem+json)")
    public Uni<WatchView> change(@PathParam("id") String id, WatchRequest.@Nullable Change request) {
        WatchRequest.Change wanted = request == null ? new WatchRequest.Change(null, null, null, null) : request;
        return changing.change(
                        uuid(id),
                        new ChangeWatch.Wish(
                                Optional.ofNullable(wanted.name()),
                                Optional.ofNullable(wanted.query()),
                                Optional.ofNullable(wanted.status()),
                                Boolean.TRUE.equals(wanted.backfill())))
                .map(WatchResource::shown);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a watch", description = "It is not listened to any more. What it found stays.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "`unknown-watch` (problem+json)")
    public Uni<Void> remove(@PathParam("id") String id) {
        return watches.remove(uuid(id))
                .invoke(Problem.unlessFound(WatchProblems::unknownWatch))
                .replaceWithVoid();
    }

    private TriedView view(Tried tried, Account account) {
        return switch (tried) {
            case Tried.Found found -> TriedView.found(found, account, prices.postRead());
            case Tried.Unreadable(var problems) ->
                TriedView.wrong(problems.stream().map(TriedView.ProblemView::of).toList(), account);
            case Tried.RefusedByX(String detail) ->
                TriedView.wrong(List.of(new TriedView.ProblemView(null, null, "X says: " + detail)), account);
            case Tried.CannotAsk _, Tried.NotNow _, Tried.XDidNotTell _ -> throw WatchProblems.of(tried);
        };
    }

    private static WatchView shown(Outcome outcome) {
        if (outcome instanceof Outcome.Done(var watch, Account account)) {
            return WatchView.of(watch, account);
        }
        throw WatchProblems.of(outcome);
    }

    private static WatchView.Page page(List<Watches.Listed> listed, List<Account> accounts) {
        Map<AccountId, Account> byId = accounts.stream().collect(Collectors.toMap(Account::id, Function.identity()));
        return new WatchView.Page(listed.stream()
                .filter(one -> byId.containsKey(one.watch().account()))
                .map(one -> WatchView.of(
                        one, Objects.requireNonNull(byId.get(one.watch().account()))))
                .toList());
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw WatchProblems.unknownWatch();
        }
    }
}
