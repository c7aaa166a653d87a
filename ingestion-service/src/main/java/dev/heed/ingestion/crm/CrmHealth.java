package dev.heed.ingestion.crm;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Says how the customer records are. Always up: hearing does not depend on them. */
@Wellness
@ApplicationScoped
class CrmHealth implements HealthCheck {

    private final CustomerTiers tiers;

    CrmHealth(CustomerTiers tiers) {
        this.tiers = tiers;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("customer records")
                .withData("state", tiers.complaint().orElse(tiers.isConfigured() ? "they answer" : "there are none"))
                .up()
                .build();
    }
}
