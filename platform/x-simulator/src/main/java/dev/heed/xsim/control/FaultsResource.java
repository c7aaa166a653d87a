package dev.heed.xsim.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.SimConfig;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.ErrorShape;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.fault.Fault;
import dev.heed.xsim.fault.Faults;
import dev.heed.xsim.fault.Spoil;
import dev.heed.xsim.id.Snowflakes;
import dev.heed.xsim.ledger.World;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Orders faults in advance. */
@Path("/sim/faults")
@Tag(name = "Problems")
class FaultsResource {

    private final Faults faults;
    private final World world;
    private final SimConfig config;

    FaultsResource(Faults faults, World world, SimConfig config) {
        this.faults = faults;
        this.world = world;
        this.config = config;
    }

    record FaultRequest(
            @Nullable String endpoint,
            @Nullable Integer status,
            @Nullable Integer count,
            @Nullable Long delayMillis,
            @Nullable Boolean afterEffect,
            @Nullable Boolean reset,
            @Nullable ObjectNode body,
            @Nullable String shape,
            @Nullable Integer partial,
            @Nullable Boolean truncate,
            @Nullable Boolean garbage) {

        private @Nullable Spoil spoil() {
            if (partial != null) {
                return new Spoil.LeavesOut(partial);
            }
            if (Boolean.TRUE.equals(truncate)) {
                return new Spoil.BreaksOff();
            }
            return Boolean.TRUE.equals(garbage) ? new Spoil.Garbles() : null;
        }
    }

    record FaultInfo(
            String endpoint,
            int left,
            @Nullable Integer status,
            long delayMillis,
            boolean afterEffect,
            boolean reset,
            @Nullable Spoil spoil) {}

    record FaultList(List<FaultInfo> items) {}

    @POST
    @Operation(
            summary = "Order a fault",
            description =
                    "The next `count` calls (default 1) of `endpoint` meet it, in the order in which faults were ordered."
                            + " `delayMillis` waits; then `reset` drops the connection, or `status` is answered with X's body for it or with"
                            + " `body`, or in the `shape` problem, errors or usage-capped (429), credits or credits-depleted (402), not-permitted"
                            + " (403) or stale-since-id (400); without all of these the call goes on. With `afterEffect` the call has its effect first and the fault befalls"
                            + " its answer: a time-out after the post was taken is {afterEffect:true, delayMillis:60000} or {afterEffect:true,"
                            + " reset:true}. Three spoil the answer of a call that has had its effect: `partial` leaves the first so many items of a"
                            + " 200 out and tells them in `errors`, `truncate` closes the connection in the middle of the body, `garbage` answers"
                            + " what is no JSON.")
    @APIResponse(responseCode = "204", description = "It is ordered.")
    @APIResponse(responseCode = "400", description = "No such endpoint, or a number out of its range.")
    public Response order(@Nullable FaultRequest request) {
        Optional<Endpoint> endpoint = Optional.ofNullable(request)
                .flatMap(given -> Optional.ofNullable(given.endpoint))
                .flatMap(Endpoint::named);
        if (request == null || endpoint.isEmpty()) {
            return Problems.badRequest("endpoint must be one of "
                    + Arrays.stream(Endpoint.values()).map(Endpoint::calledName).collect(Collectors.joining(", "))
                    + ".");
        }
        int count = request.count == null ? 1 : request.count;
        long delay = request.delayMillis == null ? 0 : request.delayMillis;
        if (request.partial != null && request.partial < 1) {
            return Problems.badRequest("partial must be at least 1: how many items are left out.");
        }
        if (count < 1 || delay < 0 || (request.status != null && (request.status < 200 || request.status > 599))) {
            return Problems.badRequest("count must be at least 1, delayMillis at least 0, status 200 to 599.");
        }
        Optional<ErrorShape> shape = Optional.ofNullable(request.shape).flatMap(ErrorShape::named);
        if (request.shape != null
                && shape.filter(known -> request.status == null || known.status() == request.status)
                        .isEmpty()) {
            return Problems.badRequest("shape must be one of "
                    + Arrays.stream(ErrorShape.values())
                            .map(known -> known.written() + " (" + known.status() + ")")
                            .collect(Collectors.joining(", "))
                    + " and fit the status.");
        }
        Optional<XProblem> worded = shape.map(known -> known.problem(config.dialect(), leastId()));
        Fault fault = new Fault(
                worded.map(XProblem::status).orElse(request.status),
                delay,
                Boolean.TRUE.equals(request.afterEffect),
                Boolean.TRUE.equals(request.reset),
                worded.map(XProblem::body).orElse(request.body),
                request.spoil());
        faults.order(endpoint.get(), fault, count);
        return Response.noContent().build();
    }

    /** The least id of the last seven days. */
    private long leastId() {
        return Snowflakes.floor(world.now().minus(Duration.ofDays(7)));
    }

    @GET
    @Operation(summary = "Faults still to come")
    @APIResponse(responseCode = "200", description = "Each with how many calls it still befalls.")
    public FaultList left() {
        return new FaultList(faults.left().stream()
                .map(order -> new FaultInfo(
                        order.endpoint().calledName(),
                        order.left(),
                        order.fault().status(),
                        order.fault().delayMillis(),
                        order.fault().afterEffect(),
                        order.fault().reset(),
                        order.fault().spoil()))
                .toList());
    }

    @DELETE
    @Operation(summary = "Call all faults off")
    @APIResponse(responseCode = "204", description = "None is left.")
    public void clear() {
        faults.clear();
    }
}
