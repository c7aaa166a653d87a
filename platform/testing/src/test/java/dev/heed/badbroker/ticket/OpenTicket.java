package dev.heed.badbroker.ticket;

import com.rabbitmq.client.Channel;
import java.io.IOException;

/** Publishes by itself, which only the outbox relay may do. */
final class OpenTicket {
    void open(Channel channel) throws IOException {
        channel.basicPublish("heed", "ticket.opened.v1", null, new byte[0]);
    }
}
