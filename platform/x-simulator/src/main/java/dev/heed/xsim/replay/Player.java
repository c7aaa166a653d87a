package dev.heed.xsim.replay;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one thread that turns the pages of all replays, every 50 milliseconds. */
@Singleton
class Player {

    private static final Logger LOG = Logger.getLogger(Player.class);
    private static final long TICK_MILLIS = 50;

    private final Play play;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("replay").daemon().factory());
    private @Nullable ScheduledFuture<?> ticking;

    Player(Play play) {
        this.play = play;
    }

    void start(@Observes StartupEvent event) {
        ticking = thread.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticking != null) {
            ticking.cancel(false);
        }
        thread.shutdown();
    }

    private void tick() {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = play.step();
            }
        } catch (RuntimeException broken) {
            LOG.error("A replay cannot go on; it is tried again", broken);
        }
    }
}
