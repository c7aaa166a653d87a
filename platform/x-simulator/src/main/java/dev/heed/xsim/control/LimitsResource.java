package dev.heed.xsim.control;

import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.ErrorShape;
import dev.heed.xsim.limit.Limits;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Steers X's rate limits. */
@Path("/sim/limits")
@Tag(name = "Problems")
class LimitsResource {

    private static final Set<ErrorShape> SHAPES = Set.of(ErrorShape.PROBLEM, ErrorShape.ERRORS);

    private final Limits limits;

    LimitsResource(Limits limits) {
        this.limits = limits;
    }

    record DailyRequest(@Nullable Integer user, @Nullable Integer app) {
        private boolean isUsable() {
            return (user == null || user >= 0) && (app == null || app >= 0);
        }
    }

    record LimitsRequest(
            @Nullable Double scale,
            @Nullable String shape,
            @Nullable Map<String, DailyRequest> daily) {}

    @POST
    @Operation(
            summary = "Scale X's rate limits, limit days, choose the words of 429",
            description =
                    "What is absent stays as it was. `scale` multiplies all limits, 1 being X's own: 0.01 to run into them, 1000 for a"
                            + " load test; a limit is never less than 1, calls already counted stay counted. `daily` limits the calls of an"
                            + " endpoint in 24 hours per user and for the whole app, such as {\"mentions\":{\"user\":100,\"app\":500}} (0 for none),"
                            + " shown in x-user-limit-24hour-* and x-app-limit-24hour-*. `shape` is `problem` or `errors`.")
    @APIResponse(responseCode = "204", description = "It holds from now on.")
    @APIResponse(
            responseCode = "400",
            description = "Nothing given, a number out of its range, no such endpoint or shape.")
    public Response limits(@Nullable LimitsRequest request) {
        if (request == null || (request.scale == null && request.shape == null && request.daily == null)) {
            return Problems.badRequest("scale, shape or daily is required.");
        }
        if (request.scale != null && !(request.scale > 0)) {
            return Problems.badRequest("scale must be a number above 0.");
        }
        Optional<ErrorShape> shape =
                Optional.ofNullable(request.shape).flatMap(ErrorShape::named).filter(SHAPES::contains);
        if (request.shape != null && shape.isEmpty()) {
            return Problems.badRequest("shape is problem or errors.");
        }
        Map<String, DailyRequest> daily = request.daily == null ? Map.of() : request.daily;
        if (daily.entrySet().stream()
                .anyMatch(one -> Endpoint.named(one.getKey()).isEmpty()
                        || !one.getValue().isUsable())) {
            return Problems.badRequest("daily names endpoints as faults do, each with user and app of at least 0.");
        }
        Optional.ofNullable(request.scale).ifPresent(limits::scale);
        shape.ifPresent(limits::word);
        daily.forEach((name, day) ->
                Endpoint.named(name).ifPresent(endpoint -> limits.day(endpoint, or0(day.user), or0(day.app))));
        return Response.noContent().build();
    }

    private static int or0(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
