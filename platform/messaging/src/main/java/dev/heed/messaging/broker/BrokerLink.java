package dev.heed.messaging.broker;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One pair of connections to the broker, from its making to the loss of either.
 *
 * <p>Two, because a broker that is short of memory or disk stops reading from a connection that publishes, and
 * acknowledgements must still get through. A link is never repaired: what used it asks {@link Broker} for the next one.
 */
public final class BrokerLink {

    private static final Logger LOG = Logger.getLogger(BrokerLink.class);

    private final Connection in;
    private final Connection out;
    private final Socket outSocket;
    private final CountDownLatch lost = new CountDownLatch(1);
    private volatile @Nullable String blockedBecause;

    private BrokerLink(Connection in, Connection out, Socket outSocket) {
        this.in = in;
        this.out = out;
        this.outSocket = outSocket;
        in.addShutdownListener(cause -> lost.countDown());
        out.addShutdownListener(cause -> lost.countDown());
        out.addBlockedListener(
                reason -> {
                    LOG.warnf("the broker takes no messages for now: %s", reason);
                    blockedBecause = reason;
                },
                () -> blockedBecause = null);
    }

    static BrokerLink open(ConnectionFactory factory, String name) throws IOException, TimeoutException {
        Connection in = factory.newConnection(name + " in");
        try {
            Socket[] socket = new Socket[1];
            ConnectionFactory publishing = factory.clone();
            publishing.setSocketConfigurator(factory.getSocketConfigurator().andThen(made -> socket[0] = made));
            Connection out = publishing.newConnection(name + " out");
            return new BrokerLink(in, out, socket[0]);
        } catch (IOException | TimeoutException e) {
            in.abort(1000);
            throw e;
        }
    }

    /** A channel of its own for a consumer. */
    public Channel openConsumingChannel() throws IOException {
        return channelOf(in);
    }

    /** A confirmed way out on a channel of its own. */
    public Publisher openPublisher() throws IOException {
        return new Publisher(this, channelOf(out));
    }

    Connection consuming() {
        return in;
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

    /** Gives the link up, so that {@link Broker} makes a new one and declares the topology again. */
    public void giveUp() {
        lost.countDown();
    }

    /**
     * Cuts the publishing connection without a word: the only way to free a thread that hangs in a write because the broker
     * has stopped reading.
     */
    void cut() {
        giveUp();
        try {
            outSocket.close();
        } catch (IOException e) {
            LOG.debug("closing a socket that is given up", e);
        }
    }

    void close() {
        giveUp();
        in.abort(1000);
        out.abort(1000);
    }

    private static Channel channelOf(Connection connection) throws IOException {
        Channel channel = connection.createChannel();
        if (channel == null) {
            throw new IOException("the broker grants no further channel");
        }
        return channel;
    }
}
