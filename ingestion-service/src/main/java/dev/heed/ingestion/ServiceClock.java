package dev.heed.ingestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place that knows what time it is. */
@ApplicationScoped
class ServiceClock {

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
