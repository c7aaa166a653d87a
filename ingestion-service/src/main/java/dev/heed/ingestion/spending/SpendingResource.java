package dev.heed.ingestion.spending;

import dev.heed.ingestion.account.AccountName;
import dev.heed.ingestion.account.AccountProblems;
import dev.heed.ingestion.account.Accounts;
import dev.heed.web.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was spent. */
@Path("/api/ingestion/accounts/{id}/spending")
@Tag(name = "Spending", description = "What X bills for listening")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "lead"})
public class SpendingResource {

    private final Ledger ledger;
    private final Accounts accounts;
    private final Clock clock;

    SpendingResource(Ledger ledger, Accounts accounts, Clock clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Show what an account spent in a month",
            description =
                    "By UTC day and endpoint, in millionths of a dollar. X bills each resource once a UTC day. An account"
                            + " that was removed keeps its past.")
    @APIResponse(responseCode = "200", description = "The month, maybe empty")
    @APIResponse(responseCode = "400", description = "`not-a-month` (problem+json)")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Only for the roles admin and lead (problem+json)")
    @APIResponse(responseCode = "404", description = "`unknown-account`: nobody ever registered it (problem+json)")
    public Uni<SpendingView.Page> ofMonth(
            @Parameter(description = "X user id or handle of the account") @PathParam("id") String id,
            @Parameter(description = "As in 2026-11; by UTC; this month if not given") @QueryParam("month") @Nullable
                    String month) {
        YearMonth wanted = month(month);
        return accounts.everNamed(AccountName.of(id))
                .chain(found -> ledger.of(
                        found.orElseThrow(() -> AccountProblems.unknown(id)).id(), wanted))
                .map(entries -> page(wanted, entries));
    }

    private static SpendingView.Page page(YearMonth month, List<Ledger.Entry> entries) {
        long micros = entries.stream().mapToLong(Ledger.Entry::micros).sum();
        return new SpendingView.Page(
                month.toString(), micros, entries.stream().map(SpendingView::of).toList());
    }

    private YearMonth month(@Nullable String text) {
        if (text == null) {
            return YearMonth.now(clock.withZone(ZoneOffset.UTC));
        }
        try {
            // beyond these years the database has no dates
            if (text.matches("2\\d{3}-\\d{2}")) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeParseException e) {
            // such as a thirteenth month: told below
        }
        throw Problem.of(400, "not-a-month", "This is no month", "Send month=2026-11, or leave it out for this month.");
    }
}
