package dev.heed.messaging.inlet;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every queue that was opened has its consumer. */
@Readiness
@ApplicationScoped
class InletReadiness implements HealthCheck {

    private final Inlets inlets;

    InletReadiness(Inlets inlets) {
        this.inlets = inlets;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("inlets").up();
        for (Inlet inlet : inlets.opened()) {
            boolean consuming = inlet.isConsuming();
            response.withData(inlet.queue(), consuming ? "consuming" : "waiting for the broker");
            if (!consuming) {
                response.down();
            }
        }
        return response.build();
    }
}
