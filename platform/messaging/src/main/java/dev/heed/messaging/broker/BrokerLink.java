package dev.heed.messaging.broker;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One connection for publishing and declaring, from its making to its loss.
 *
 * <p>Consumers have connections of their own: a broker that is short of memory or disk stops reading from connections that
 * publish, and acknowledgements must still get through. A link is never repaired: what used it asks {@link Broker} for the
 * next one.
 */
public final class BrokerLink {

    private static final Logger LOG = Logger.getLogger(BrokerLink.class);

    private final Connection connection;
    private final Socket socket;
    private final TopologyDeclaration topology;
    private final Duration patience;
    private final CountDownLatch lost = new CountDownLatch(1);
    private volatile @Nullable String blockedBecause;

    private BrokerLink(Connection connection, Socket socket, TopologyDeclaration topology, Duration patience) {
        this.connection = connection;
        this.socket = socket;
        this.topology = topology;
        this.patience = patience;
        connection.addShutdownListener(cause -> lost.countDown());
        connection.addBlockedListener(
                reason -> {
                    LOG.warnf("the broker takes no messages for now: %s", reason);
                    blockedBecause = reason;
                },
                () -> blockedBecause = null);
    }

    /** Connects and declares the topology. */
    static BrokerLink open(ConnectionFactory factory, String name, TopologyDeclaration topology, Duration patience)
            throws IOException, TimeoutException {
        Socket[] socket = new Socket[1];
        factory.setSocketConfigurator(factory.getSocketConfigurator().andThen(made -> socket[0] = made));
        BrokerLink link = new BrokerLink(factory.newConnection(name), socket[0], topology, patience);
        try {
            link.declareTopology();
            return link;
        } catch (IOException | RuntimeException e) {
            link.close();
            throw e;
        }
    }

    /** Declares again what may have been deleted meanwhile; a difference ends the link, so that it is reported. */
    public synchronized void declareTopology() throws IOException {
        try {
            topology.applyTo(connection);
        } catch (TopologyMismatch e) {
            lost.countDown();
            throw e;
        }
    }

    /** A confirmed way out on a channel of its own. */
    public Publisher openPublisher() throws IOException {
        return new Publisher(this, openChannel(), patience);
    }

    /** A channel of its own. */
    public Channel openChannel() throws IOException {
        Channel channel = connection.createChannel();
        if (channel == null) {
            throw new IOException("the broker grants no further channel");
        }
        return channel;
    }

    /** Why the broker does not take messages at present; null when it does. */
    @Nullable
    String blockedBecause() {
        return blockedBecause;
    }

    public boolean isOpen() {
        return lost.getCount() > 0;
    }

    void awaitLoss() throws InterruptedException {
        lost.await();
    }

    /**
     * Cuts the connection without a word: the only way to free a thread that hangs in a write because the broker has stopped
     * reading.
     */
    void cut() {
        lost.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing a socket that is given up", e);
        }
    }

    void close() {
        lost.countDown();
        connection.abort(1000);
    }
}
