package dev.heed.xsim.gate;

import dev.heed.xsim.SimConfig;
import dev.heed.xsim.billing.Cashier;
import dev.heed.xsim.call.Caller;
import dev.heed.xsim.call.CurrentCall;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.limit.Limits;
import dev.heed.xsim.limit.Toll;
import dev.heed.xsim.oauth.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a call in or refuses it: the token, its scopes, the money, the rate limits, in this order. */
@ApplicationScoped
class Admission {

    private final Tokens tokens;
    private final Limits limits;
    private final World world;
    private final SimConfig config;
    private final CurrentCall call;
    private final Cashier cashier;

    /** Whether a call may go on, and the headers that X shows either way. */
    record Answer(Optional<XProblem> refusal, Map<String, String> headers) {
        private static Answer refused(XProblem problem) {
            return new Answer(Optional.of(problem), Map.of());
        }
    }

    Admission(Tokens tokens, Limits limits, World world, SimConfig config, CurrentCall call, Cashier cashier) {
        this.tokens = tokens;
        this.limits = limits;
        this.world = world;
        this.config = config;
        this.call = call;
        this.cashier = cashier;
    }

    /** @param authorization the header of this name */
    Answer admit(Endpoint endpoint, @Nullable String authorization, Map<String, List<String>> query) {
        Dialect dialect = Dialect.of(query, config.dialect());
        if (endpoint.access() == Endpoint.Access.OPEN) {
            call.enter(null, dialect);
            return new Answer(Optional.empty(), Map.of());
        }
        Optional<Caller> caller = bearer(authorization).flatMap(tokens::whose);
        if (caller.isEmpty()) {
            return Answer.refused(XProblem.unauthorized());
        }
        Optional<XProblem> overstep = overstep(endpoint, caller.get());
        if (overstep.isPresent()) {
            return Answer.refused(overstep.get());
        }
        call.enter(caller.get(), dialect);
        Optional<XProblem> bill = cashier.refuse(endpoint, dialect);
        if (bill.isPresent()) {
            return Answer.refused(bill.get());
        }
        Toll toll = limits.count(endpoint, caller.get(), world.now());
        return new Answer(
                toll.paid() ? Optional.empty() : Optional.of(limits.words().problem(dialect, 0)), toll.headers());
    }

    /** The headers of a 429 that was ordered; none where the token is nobody's. */
    Map<String, String> asIfSpent(Endpoint endpoint, @Nullable String authorization) {
        return bearer(authorization)
                .flatMap(tokens::whose)
                .map(caller -> limits.asIfSpent(endpoint, caller, world.now()))
                .orElse(Map.of());
    }

    private static Optional<XProblem> overstep(Endpoint endpoint, Caller caller) {
        return switch (caller) {
            case Caller.App app ->
                endpoint.access() == Endpoint.Access.USER ? Optional.of(XProblem.appOnly()) : Optional.empty();
            case Caller.Person person
            when endpoint.access() == Endpoint.Access.APP -> Optional.of(XProblem.userToken());
            case Caller.Person person ->
                person.scopes().containsAll(endpoint.scopes())
                        ? Optional.empty()
                        : Optional.of(XProblem.forbidden("Forbidden"));
        };
    }

    private static Optional<String> bearer(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }
}
