package dev.heed.xsim.gate;

import dev.heed.xsim.SimConfig;
import dev.heed.xsim.call.Caller;
import dev.heed.xsim.call.CurrentCall;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.XError;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.limit.Limits;
import dev.heed.xsim.limit.Toll;
import dev.heed.xsim.oauth.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets a call in or refuses it: the token, its scopes, the rate limits, in this order. */
@ApplicationScoped
class Admission {

    static final String TOLL = "heed.sim.toll";
    private static final List<String> TELLING = List.of("expansions", "user.fields", "dm_event.fields");

    private final Tokens tokens;
    private final Limits limits;
    private final World world;
    private final SimConfig config;
    private final CurrentCall call;

    Admission(Tokens tokens, Limits limits, World world, SimConfig config, CurrentCall call) {
        this.tokens = tokens;
        this.limits = limits;
        this.world = world;
        this.config = config;
        this.call = call;
    }

    /** Why X refuses the call; empty when it may go on. */
    Optional<XError> refuse(ContainerRequestContext request, Endpoint endpoint) {
        Optional<Caller> caller = Optional.empty();
        if (endpoint.access() != Endpoint.Access.OPEN) {
            caller = bearer(request).flatMap(tokens::whose);
            if (caller.isEmpty()) {
                return Optional.of(XError.unauthorized());
            }
            Optional<XError> refusal = overstep(endpoint, caller.get());
            if (refusal.isPresent()) {
                return refusal;
            }
            Toll toll = limits.count(endpoint, caller.get(), world.now());
            request.setProperty(TOLL, toll);
            if (!toll.paid()) {
                return Optional.of(XError.tooManyRequests());
            }
        }
        call.enter(caller.orElse(null), dialect(request.getUriInfo().getQueryParameters()));
        return Optional.empty();
    }

    private static Optional<XError> overstep(Endpoint endpoint, Caller caller) {
        return switch (caller) {
            case Caller.App app ->
                endpoint.access() == Endpoint.Access.USER ? Optional.of(XError.appOnly()) : Optional.empty();
            case Caller.Person person ->
                person.scopes().containsAll(endpoint.scopes())
                        ? Optional.empty()
                        : Optional.of(XError.forbidden("Forbidden"));
        };
    }

    private Dialect dialect(MultivaluedMap<String, String> query) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            if (TELLING.contains(parameter.getKey())) {
                parameter.getValue().forEach(value -> values.addAll(List.of(value.split(",", -1))));
            }
        }
        return Dialect.of(query.keySet(), values, config.dialect());
    }

    private static Optional<String> bearer(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString("Authorization"))
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }
}
