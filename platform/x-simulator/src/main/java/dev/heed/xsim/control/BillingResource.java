package dev.heed.xsim.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.xsim.billing.Day;
import dev.heed.xsim.billing.Line;
import dev.heed.xsim.billing.Till;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the app owes X, to the millionth of a dollar. */
@Path("/sim/billing")
@Tag(name = "Truth")
class BillingResource {

    private static final List<String> SHAPES = List.of("credits", "credits-depleted");

    private final Till till;

    BillingResource(Till till) {
        this.till = till;
    }

    record BillingRequest(
            @Nullable Long creditsMicros,
            @Nullable List<String> owners,
            @Nullable Long monthlyPostReads,
            @Nullable String shape) {}

    record TotalInfo(long micros) {}

    record DayInfo(String day, long micros, long postReads, List<Line> endpoints) {
        static DayInfo of(Day day) {
            return new DayInfo(day.day().toString(), day.micros(), day.postReads(), day.lines());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BillingInfo(TotalInfo total, @Nullable Long creditsMicros, long monthlyPostReads, List<DayInfo> days) {}

    @GET
    @Operation(
            summary = "The bill",
            description =
                    "`micros` are millionths of a dollar. Per UTC day and per endpoint and caller (`app` or a username): `calls`,"
                            + " `resources` shown, `billed` of them (a resource costs once a day, whoever asks), `micros`. Primary resources"
                            + " (`data`) are billed, `includes` are not. The endpoint `activity` stands for events that reached a webhook."
                            + " `creditsMicros` is what is left when credits are limited. Not kept over a restart.")
    @APIResponse(responseCode = "200", description = "All days since the last reset, oldest first.")
    public BillingInfo bill() {
        List<Day> days = till.days();
        return new BillingInfo(
                new TotalInfo(days.stream().mapToLong(Day::micros).sum()),
                till.credits().orElse(null),
                till.cap(),
                days.stream().map(DayInfo::of).toList());
    }

    @POST
    @Operation(
            summary = "Set credits, owners and the monthly cap",
            description =
                    "What is absent stays as it was. `creditsMicros`: left to spend from now on; when spent, every paid call is"
                            + " answered 402, in the `shape` `credits` (default) or `credits-depleted`; -1 for without end. `owners`:"
                            + " usernames who own the app: their own mentions, read with their own token, cost 1,000 instead of 5,000."
                            + " `monthlyPostReads`: posts that can be read in a month (3,000,000); then 429 UsageCapExceeded.")
    @APIResponse(responseCode = "204", description = "It holds from now on.")
    @APIResponse(responseCode = "400", description = "A number out of its range or an unknown shape.")
    public Response set(@Nullable BillingRequest request) {
        if (request == null
                || (request.shape != null && !SHAPES.contains(request.shape))
                || (request.creditsMicros != null && request.creditsMicros < -1)
                || (request.monthlyPostReads != null && request.monthlyPostReads < 0)) {
            return Problems.badRequest(
                    "creditsMicros must be at least 0 (or -1), monthlyPostReads at least 0, shape credits or credits-depleted.");
        }
        if (request.creditsMicros != null) {
            till.credit(
                    Optional.of(request.creditsMicros).filter(micros -> micros >= 0),
                    "credits-depleted".equals(request.shape));
        }
        if (request.owners != null) {
            till.own(request.owners);
        }
        if (request.monthlyPostReads != null) {
            till.cap(request.monthlyPostReads);
        }
        return Response.noContent().build();
    }

    @POST
    @Path("/next-day")
    @Operation(summary = "Begin the next day of billing", description = "What was read before costs again.")
    @APIResponse(responseCode = "204", description = "It has begun.")
    public void nextDay() {
        till.nextDay();
    }
}
