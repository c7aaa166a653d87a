package dev.heed.messaging.broker;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the broker is connected and its topology is ours; liveness never asks. */
@Readiness
@ApplicationScoped
class BrokerReadiness implements HealthCheck {

    private final Broker broker;

    BrokerReadiness(Broker broker) {
        this.broker = broker;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("broker");
        return switch (broker.state()) {
            case BrokerState.Ready ready ->
                response.status(ready.link().isOpen()).build();
            case BrokerState.Away away ->
                response.down().withData("away", away.why()).build();
            case BrokerState.Mismatched wrong ->
                response.down().withData("mismatch", wrong.what()).build();
        };
    }
}
