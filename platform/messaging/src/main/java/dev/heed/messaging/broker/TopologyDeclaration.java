package dev.heed.messaging.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;

/**
 * Makes the broker's topology equal to ours, or says what differs.
 *
 * <p>Declaring is the check: the broker refuses a declaration whose kind or arguments differ from what is there. What is
 * there beside ours is left alone.
 */
final class TopologyDeclaration {

    private final Topology topology;
    private final boolean declare;

    TopologyDeclaration(Topology topology, boolean declare) {
        this.topology = topology;
        this.declare = declare;
    }

    /**
     * Declares, or only looks for, every exchange, queue and binding.
     *
     * @throws TopologyMismatch if the broker has something else under one of our names, or may not be asked
     */
    void applyTo(Connection connection) throws IOException {
        for (Topology.Exchange exchange : topology.exchanges()) {
            on(connection, "exchange " + exchange.name(), channel -> apply(channel, exchange));
        }
        for (Topology.Queue queue : topology.queues()) {
            on(connection, "queue " + queue.name(), channel -> apply(channel, queue));
        }
        if (declare) {
            for (Topology.Binding binding : topology.bindings()) {
                on(
                        connection,
                        "binding of " + binding.destination() + " to " + binding.source(),
                        channel -> channel.queueBind(
                                binding.destination(), binding.source(), binding.routingKey(), binding.arguments()));
            }
        }
    }

    private AMQP.Exchange.DeclareOk apply(Channel channel, Topology.Exchange exchange) throws IOException {
        return declare
                ? channel.exchangeDeclare(
                        exchange.name(),
                        exchange.type(),
                        exchange.durable(),
                        exchange.autoDelete(),
                        exchange.internal(),
                        exchange.arguments())
                : channel.exchangeDeclarePassive(exchange.name());
    }

    private AMQP.Queue.DeclareOk apply(Channel channel, Topology.Queue queue) throws IOException {
        return declare
                ? channel.queueDeclare(queue.name(), queue.durable(), false, queue.autoDelete(), queue.arguments())
                : channel.queueDeclarePassive(queue.name());
    }

    private static void on(Connection connection, String what, Declaration declaration) throws IOException {
        Channel channel = connection.createChannel();
        if (channel == null) {
            throw new IOException("the broker grants no channel");
        }
        try {
            declaration.on(channel);
        } catch (IOException e) {
            if (e.getCause() instanceof ShutdownSignalException signal
                    && signal.getReason() instanceof AMQP.Channel.Close close) {
                throw new TopologyMismatch(what + ": " + close.getReplyText(), e);
            }
            throw e;
        } finally {
            channel.abort();
        }
    }

    @FunctionalInterface
    private interface Declaration {
        Object on(Channel channel) throws IOException;
    }
}
