package dev.heed.ingestion.message;

import dev.heed.ingestion.account.AccountName;
import dev.heed.ingestion.account.AccountProblems;
import dev.heed.ingestion.account.Accounts;
import dev.heed.secrets.DoesNotOpenException;
import dev.heed.web.Cursor;
import dev.heed.web.PageRequest;
import dev.heed.web.Pages;
import dev.heed.web.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The private messages that were received. */
@Path("/api/ingestion/messages")
@Tag(name = "Messages", description = "Private messages to connected accounts, as heard")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"agent", "lead"})
public class MessageResource {

    private static final Pages<Long> PAGES = Pages.of("messages", Cursor.ofPosition());

    private final Messages messages;
    private final Accounts accounts;

    MessageResource(Messages messages, Accounts accounts) {
        this.messages = messages;
        this.accounts = accounts;
    }

    @GET
    @Operation(
            summary = "List what was received in private, the last first",
            description =
                    "A page has up to `limit` messages (1 to 200, 50 if not given); give its `next` back as `cursor` for those heard before. One that was kept under another HEED_SECRET_KEY is `unopenable`.")
    @APIResponse(responseCode = "200", description = "A page of messages")
    @APIResponse(responseCode = "400", description = "`unknown-cursor` or `limit-out-of-range` (problem+json)")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Not for this role (problem+json)")
    @APIResponse(responseCode = "404", description = "`unknown-account`: nobody ever registered it (problem+json)")
    @APIResponse(
            responseCode = "409",
            description = "`wrong-key`: there are messages, and HEED_SECRET_KEY is missing (problem+json)")
    public Uni<MessageView.Page> list(
            @Parameter(description = "X user id or handle of an account; all accounts if not given")
                    @QueryParam("account")
                    @Nullable
                    String account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        PageRequest<Long> page = PAGES.asked(Optional.ofNullable(cursor), limit);
        return asked(account, page)
                .map(found -> page.cut(found, Messages.Stored::position)
                        .map(MessageView::of)
                        .as(MessageView.Page::new))
                .onFailure(DoesNotOpenException.class)
                .transform(noKey ->
                        Problem.of(409, "wrong-key", "The messages do not open", "HEED_SECRET_KEY is missing."));
    }

    /** What a removed account received stays. */
    private Uni<List<Messages.Stored>> asked(@Nullable String account, PageRequest<Long> page) {
        if (account == null) {
            return messages.page(null, page);
        }
        return accounts.everNamed(AccountName.of(account))
                .chain(found -> found.map(one -> messages.page(one.id(), page))
                        .orElseThrow(() -> AccountProblems.unknown(account)));
    }
}
