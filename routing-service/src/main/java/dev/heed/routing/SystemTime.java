package dev.heed.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** Where beans learn the time; the domain is handed it. */
@ApplicationScoped
class SystemTime {

    @Produces
    @ApplicationScoped
    InstantSource time() {
        return InstantSource.system();
    }
}
