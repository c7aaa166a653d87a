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
        Uni<Optional<XProblem>> happens = Uni.createFrom().item(() -> happen(fault, http));
        return fault.delayMillis() <= 0
                ? happens
                : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(Duration.ofMillis(fault.delayMillis()))
                        .chain(() -> happens);
    }

    private static Optional<XProblem> happen(Fault fault, HttpServerRequest http) {
        if (fault.reset()) {
            http.response().reset(); // a stream of HTTP/2 would outlive the closing of its connection
            http.connection().close();
            return Optional.of(XProblem.ofStatus(503)); // reaches nobody
        }
        if (fault.status() == null) {
            return Optional.empty();
        }
        return Optional.of(
                fault.body() == null ? XProblem.ofStatus(fault.status()) : new XProblem(fault.status(), fault.body()));
    }
}
