package dev.heed.xsim.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.xsim.answer.Answer;
import dev.heed.xsim.billing.Cashier;
import dev.heed.xsim.billing.Price;
import dev.heed.xsim.call.Calling;
import dev.heed.xsim.call.CurrentCall;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.fault.Fault;
import dev.heed.xsim.fault.Faults;
import dev.heed.xsim.fault.Spoil;
import dev.heed.xsim.served.Served;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every endpoint of X: a fault that was ordered, then {@link Admission}.
 *
 * <p>On the way out it shows the limits' headers, has the answer billed and lets a fault befall an answer whose call has had its effect.
 */
@Singleton
class GateFilter {

    private static final String FAULT = "heed.sim.fault";
    private static final String ENDPOINT = "heed.sim.endpoint";
    private static final String HEADERS = "heed.sim.headers";
    private static final String PAID = "heed.sim.paid";

    private final Faults faults;
    private final Admission admission;
    private final CurrentCall call;
    private final Served served;
    private final Cashier cashier;

    GateFilter(Faults faults, Admission admission, CurrentCall call, Served served, Cashier cashier) {
        this.faults = faults;
        this.admission = admission;
        this.call = call;
        this.served = served;
        this.cashier = cashier;
    }

    @ServerRequestFilter
    Uni<@Nullable Response> enter(ContainerRequestContext request, ResourceInfo resource, HttpServerRequest http) {
        @Nullable Calling calling = resource.getResourceMethod().getAnnotation(Calling.class);
        if (calling == null) {
            return Uni.createFrom().nullItem();
        }
        Endpoint endpoint = calling.value();
        request.setProperty(ENDPOINT, endpoint);
        Optional<Fault> fault = faults.take(endpoint);
        if (fault.isPresent() && !fault.get().later()) {
            if (fault.get().isOfLimits()) {
                request.setProperty(HEADERS, admission.asIfSpent(endpoint, request.getHeaderString("Authorization")));
            }
            return Mishap.befall(fault.get(), http)
                    .map(answer -> answer.map(XProblem::response).orElseGet(() -> admit(request, endpoint)));
        }
        fault.ifPresent(later -> request.setProperty(FAULT, later));
        return Uni.createFrom().item(() -> admit(request, endpoint));
    }

    @ServerResponseFilter
    Uni<Void> leave(ContainerRequestContext request, ContainerResponseContext response, HttpServerRequest http) {
        if (request.getProperty(HEADERS) instanceof Map<?, ?> headers) {
            headers.forEach((name, value) -> response.getHeaders().putSingle(name.toString(), value));
        }
        boolean leavesOut =
                request.getProperty(FAULT) instanceof Fault fault && fault.spoil() instanceof Spoil.LeavesOut;
        if (!leavesOut) {
            charge(request, response);
        }
        if (!(request.getProperty(FAULT) instanceof Fault fault)) {
            takeDown(request, response);
            if (response.getEntity() instanceof Answer answer) {
                response.setEntity(answer.body());
            }
            return Uni.createFrom().voidItem();
        }
        if (response.getEntity() instanceof Answer answer) {
            response.setEntity(answer.tree()); // which can be spoilt
        }
        return Mishap.befall(fault, http)
                .invoke(answer -> answer.ifPresent(instead -> {
                    response.setStatus(instead.status());
                    response.setEntity(instead.body(), null, MediaType.valueOf(XProblem.MEDIA_TYPE));
                }))
                .chain(answer ->
                        Spoiling.of(fault.spoil(), response.getStatus(), response.getEntity(), http, call.dialect()))
                .invoke(garbage ->
                        garbage.ifPresent(text -> response.setEntity(text, null, MediaType.APPLICATION_JSON_TYPE)))
                .invoke(() -> {
                    if (leavesOut) {
                        charge(request, response); // for what is left
                    }
                    if (fault.letsThrough()) {
                        takeDown(request, response);
                    }
                })
                .replaceWithVoid();
    }

    private void charge(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PAID) instanceof Endpoint endpoint
                && response.getStatus() < 300
                && response.hasEntity()) {
            String subject = request.getUriInfo().getPathParameters().getFirst("id");
            cashier.charge(endpoint, call.caller(), subject == null ? "" : subject, ids(response.getEntity()));
        }
    }

    /** The posts that go out now. */
    private void takeDown(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ENDPOINT) instanceof Endpoint endpoint
                && endpoint.readsPosts()
                && response.hasEntity()) {
            served.serve(endpoint, ids(response.getEntity()));
        }
    }

    /** Of what is in the {@code data} of an answer. */
    private static List<String> ids(Object entity) {
        return switch (entity) {
            case Answer answer -> answer.ids();
            case JsonNode tree -> Answer.ids(tree);
            default -> List.of();
        };
    }

    private @Nullable Response admit(ContainerRequestContext request, Endpoint endpoint) {
        Admission.Answer answer = admission.admit(
                endpoint,
                request.getHeaderString("Authorization"),
                request.getUriInfo().getQueryParameters());
        request.setProperty(HEADERS, answer.headers());
        if (answer.refusal().isEmpty() && Price.of(endpoint).isPresent()) {
            request.setProperty(PAID, endpoint);
        }
        return answer.refusal().map(XProblem::response).orElse(null);
    }
}
