package dev.heed.messaging.inlet;

import com.rabbitmq.client.AMQP;

/** A message as the broker handed it over; the body is nobody's to change. */
final class Arrival {

    private final long tag;
    private final AMQP.BasicProperties properties;
    private final byte[] body;

    Arrival(long tag, AMQP.BasicProperties properties, byte[] body) {
        this.tag = tag;
        this.properties = properties;
        this.body = body;
    }

    long tag() {
        return tag;
    }

    AMQP.BasicProperties properties() {
        return properties;
    }

    byte[] body() {
        return body;
    }
}
