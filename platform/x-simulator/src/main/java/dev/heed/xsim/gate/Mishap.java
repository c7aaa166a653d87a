package dev.heed.xsim.gate;

import dev.heed.xsim.dialect.XError;
import dev.heed.xsim.fault.Fault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** Lets a fault happen to a connection. */
final class Mishap {

    private Mishap() {}

    /** After its delay, the answer that the fault gives; empty when it only delays. */
    static Uni<Optional<Response>> befall(Fault fault, HttpServerRequest http) {
        Uni<Optional<Response>> happens = Uni.createFrom().item(() -> happen(fault, http));
        return fault.delayMillis() <= 0
                ? happens
                : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(Duration.ofMillis(fault.delayMillis()))
                        .chain(() -> happens);
    }

    private static Optional<Response> happen(Fault fault, HttpServerRequest http) {
        if (fault.reset()) {
            http.connection().close();
            return Optional.of(XError.ofStatus(503).response()); // reaches nobody
        }
        if (fault.status() == null) {
            return Optional.empty();
        }
        XError error = XError.ofStatus(fault.status());
        return Optional.of(
                fault.body() == null
                        ? error.response()
                        : Response.status(error.status())
                                .type(XError.MEDIA_TYPE)
                                .entity(fault.body())
                                .build());
    }
}
