package dev.heed.xsim.crowd;

import dev.heed.xsim.ledger.Passing;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.post.NewPost;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Publish;
import dev.heed.xsim.user.Join;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Plays bursts, each mention at its time, looking every 10 milliseconds. Bursts are not kept over a restart.
 *
 * <p>The world is held for a hundred posts at a time, so that readers come between.
 */
@Singleton
public class Crowd implements Passing {

    private static final Logger LOG = Logger.getLogger(Crowd.class);
    private static final long TICK_MILLIS = 10;
    private static final int AT_ONCE = 100;

    private final World world;
    private final Join join;
    private final Publish publish;
    private final Deque<Burst> bursts = new ArrayDeque<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("crowd").daemon().factory());

    private @Nullable ScheduledFuture<?> ticking;

    public Crowd(World world, Join join, Publish publish) {
        this.world = world;
        this.join = join;
        this.publish = publish;
    }

    /**
     * @param to username of who is written to
     * @param authors how many different people write; they get accounts named customer1, customer2 and so on
     * @param over the first mention comes now, the last one when this has passed
     */
    public void begin(String to, int count, int authors, Duration over, String text) {
        world.alone(() -> bursts.add(new Burst(to, count, authors, over, text, world.now())));
    }

    /** Calls off what has not been posted. */
    @Override
    public void forget() {
        world.alone(() -> {
            bursts.clear();
            return bursts;
        });
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
                more = step();
            }
        } catch (RuntimeException broken) {
            LOG.error("A burst cannot go on and is called off", broken);
            forget();
        }
    }

    /** Posts some of what is due; false when nothing more is. */
    boolean step() {
        return world.alone(() -> {
            int left = AT_ONCE;
            for (int i = bursts.size(); i > 0; i--) {
                Burst burst = bursts.removeFirst();
                for (int due = burst.due(world.now()); due > 0 && left > 0; due--, left--) {
                    burst = post(burst);
                }
                if (!burst.isOver()) {
                    bursts.addLast(burst);
                }
            }
            return left == 0;
        });
    }

    private Burst post(Burst burst) {
        var author = join.join(burst.author(), null, null, null).id();
        publish.publish(new NewPost(author, burst.nextText(), null, null, Set.of(), Post.By.CONTROL));
        return burst.on();
    }
}
