package dev.heed.local.service;

import dev.heed.local.home.Home;
import dev.heed.local.home.Surroundings;
import java.util.HashMap;
import java.util.Map;

/** Which X the services speak to: the simulator, or the real one if its credentials are in the environment. */
public final class XPlatform {
    private final Home home;

    /** As seen from an installation. */
    public XPlatform(Home home) {
        this.home = home;
    }

    /** Whether the simulator stands in; not so as soon as a client id or a bearer token of X is given. */
    public boolean simulated() {
        return Surroundings.get("HEED_X_CLIENT_ID").isEmpty()
                && Surroundings.get("HEED_X_BEARER_TOKEN").isEmpty();
    }

    /** What the services have to know of it. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        if (simulated()) {
            settings.put("HEED_X_API_URL", "http://127.0.0.1:" + home.ports().simulator());
            settings.put("HEED_X_CLIENT_ID", "sim-client");
            settings.put("HEED_X_CLIENT_SECRET", "sim-secret");
            settings.put("HEED_X_BEARER_TOKEN", "sim-bearer");
        } else {
            settings.put("HEED_X_API_URL", Surroundings.get("HEED_X_API_URL").orElse("https://api.x.com"));
            for (String name : new String[] {"HEED_X_CLIENT_ID", "HEED_X_CLIENT_SECRET", "HEED_X_BEARER_TOKEN"}) {
                Surroundings.get(name).ifPresent(value -> settings.put(name, value));
            }
        }
        Surroundings.get("HEED_X_DIALECT").ifPresent(dialect -> settings.put("HEED_X_DIALECT", dialect));
        return settings;
    }

    /**
     * What the service that listens has to know to take X's deliveries. The simulator delivers to the gateway on this machine;
     * the real X only where it is told to, since it cannot reach this machine by itself.
     */
    Map<String, String> deliveries() {
        Map<String, String> settings = new HashMap<>();
        if (simulated()) {
            settings.put("HEED_X_CONSUMER_SECRET", "sim-consumer-secret");
            settings.put(
                    "HEED_X_WEBHOOK_URL", "http://127.0.0.1:" + home.ports().gateway() + "/webhooks/x");
        }
        for (String name : new String[] {"HEED_X_CONSUMER_SECRET", "HEED_X_WEBHOOK_URL"}) {
            Surroundings.get(name).ifPresent(value -> settings.put(name, value));
        }
        return settings;
    }
}
