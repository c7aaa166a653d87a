package dev.heed.xsim;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Retries of deliveries that a test can wait for. */
public final class Hasty implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("heed.sim.delivery-retry", "PT0.02S");
    }
}
