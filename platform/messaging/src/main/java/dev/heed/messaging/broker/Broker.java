package dev.heed.messaging.broker;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a link to the broker: connects, declares the topology, and begins again whenever the link is lost.
 *
 * <p>The client's own recovery is off. It cannot bring back a consumer whose queue was deleted, and would go on beside a
 * topology that nobody has checked.
 */
@ApplicationScoped
public class Broker {

    private static final Logger LOG = Logger.getLogger(Broker.class);
    private static final long FIRST_PAUSE_MILLIS = 200;

    private final BrokerConfig config;
    private final String name;
    private final TopologyDeclaration topology;
    private final Thread keeper =
            Thread.ofPlatform().daemon().name("heed-broker").unstarted(this::keep);
    private volatile boolean stopping;
    private BrokerState state = new BrokerState.Away("not tried yet");

    @Inject
    Broker(BrokerConfig config, @ConfigProperty(name = "quarkus.application.name") String name) {
        this(config, name, Topology.shipped());
    }

    Broker(BrokerConfig config, String name, Topology topology) {
        this.config = config;
        this.name = name;
        this.topology = new TopologyDeclaration(topology, config.declare());
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        start();
    }

    void stop(@Observes @Priority(3000) ShutdownEvent event) {
        stop();
    }

    void start() {
        keeper.start();
    }

    void stop() {
        stopping = true;
        keeper.interrupt();
        if (enter(new BrokerState.Away("stopped")) instanceof BrokerState.Ready ready) {
            ready.link().close();
        }
    }

    public synchronized BrokerState state() {
        return state;
    }

    /** The present link; null while there is none. */
    public synchronized @Nullable BrokerLink link() {
        return state instanceof BrokerState.Ready ready && ready.link().isOpen() ? ready.link() : null;
    }

    /** Waits for a link, at most the given time; null if there was none in that time. */
    public synchronized @Nullable BrokerLink awaitLink(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        BrokerLink link = link();
        while (link == null) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return null;
            }
            wait(left);
            link = link();
        }
        return link;
    }

    /** A connection for one consumer, the caller's to close; it outlives the link. */
    public Connection openConsumer(String queue) throws IOException {
        try {
            return factory().newConnection(name + " in " + queue);
        } catch (TimeoutException e) {
            throw new IOException("the broker does not answer in time", e);
        }
    }

    private void keep() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!stopping) {
            try {
                BrokerLink link = connect();
                pause = FIRST_PAUSE_MILLIS;
                link.awaitLoss();
                lost(link);
            } catch (TopologyMismatch e) {
                mismatched(Why.of(e));
            } catch (IOException | TimeoutException | RuntimeException e) {
                // The client says with unchecked exceptions, too, that a connection ended.
                away(Why.of(e));
            } catch (InterruptedException e) {
                break;
            }
            pause = pauseFor(pause);
        }
    }

    private BrokerLink connect() throws IOException, TimeoutException {
        BrokerLink link = BrokerLink.open(factory(), name + " out", topology, config.timeout());
        LOG.infof("connected to the broker at %s:%d, topology in place", config.host(), config.port());
        enter(new BrokerState.Ready(link));
        return link;
    }

    private void lost(BrokerLink link) {
        if (!stopping) {
            LOG.warn("the link to the broker is lost, connecting again");
            enter(new BrokerState.Away("the link was lost"));
        }
        link.close();
    }

    private void mismatched(String what) {
        BrokerState now = new BrokerState.Mismatched(what);
        if (!enter(now).equals(now)) {
            LOG.errorf("the broker's topology is not ours, no event flows until it is: %s", what);
        }
    }

    private void away(String why) {
        BrokerState now = new BrokerState.Away(why);
        if (!enter(now).equals(now)) {
            LOG.warnf("no broker at %s:%d: %s", config.host(), config.port(), why);
        }
    }

    private synchronized BrokerState enter(BrokerState next) {
        BrokerState before = state;
        state = next;
        notifyAll();
        return before;
    }

    private long pauseFor(long pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
        return Math.min(pause * 2, config.retryAtMost().toMillis());
    }

    private ConnectionFactory factory() {
        int timeout = Math.toIntExact(config.timeout().toMillis());
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(config.host());
        factory.setPort(config.port());
        factory.setUsername(config.user());
        factory.setPassword(config.password());
        factory.setVirtualHost(config.vhost());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(timeout);
        factory.setHandshakeTimeout(timeout);
        factory.setChannelRpcTimeout(timeout);
        factory.setRequestedHeartbeat(10);
        factory.setThreadFactory(
                Thread.ofPlatform().daemon().name("heed-amqp-", 0).factory());
        return factory;
    }
}
