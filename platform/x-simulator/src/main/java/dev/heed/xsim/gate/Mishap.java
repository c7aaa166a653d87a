package dev.heed.xsim.gate;

import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.fault.Fault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;

/** Lets a fault happen to a connection. */
final class Mishap {

    private Mishap() {}

    /** After its delay, the answer that the fault gives; empty when it only delays. */
    static Uni<Optional<XProblem>> befall(Fault fault, HttpServerRequest http) {
        Uni<Optional<XProblem>> happens =
                fault.reset() ? drop(http) : Uni.createFrom().item(() -> answer(fault));
        return fault.delayMillis() <= 0
                ? happens
                : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(Duration.ofMillis(fault.delayMillis()))
                        .chain(() -> happens);
    }

    /** Goes on only when the connection is closed, so that the answer reaches nobody, by HTTP/1.1 nor as a stream of HTTP/2. */
    private static Uni<Optional<XProblem>> drop(HttpServerRequest http) {
        return Uni.createFrom()
                .completionStage(() -> {
                    http.response().reset();
                    return http.connection().close().toCompletionStage();
                })
                .onItemOrFailure()
                .transform((closed, alreadyClosed) -> Optional.of(XProblem.ofStatus(503)));
    }

    private static Optional<XProblem> answer(Fault fault) {
        if (fault.status() == null) {
            return Optional.empty();
        }
        return Optional.of(
                fault.body() == null ? XProblem.ofStatus(fault.status()) : new XProblem(fault.status(), fault.body()));
    }
}
