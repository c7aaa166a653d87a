package dev.heed.messaging.outbox;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.MessageProperties;
import dev.heed.messaging.EnvelopeCodec;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An event that the broker has not yet confirmed. */
record OutboxRow(long position, UUID eventId, String type, String subject, String envelope, int attempts) {

    static OutboxRow of(Row row) {
        return new OutboxRow(
                row.getLong("position"),
                row.getUUID("event_id"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("envelope"),
                row.getInteger("attempts"));
    }

    AMQP.BasicProperties properties() {
        return MessageProperties.MINIMAL_PERSISTENT_BASIC
                .builder()
                .contentType(EnvelopeCodec.CONTENT_TYPE)
                .messageId(eventId.toString())
                .type(type)
                .build();
    }

    byte[] body() {
        return envelope.getBytes(StandardCharsets.UTF_8);
    }
}
