package dev.heed.messaging;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One domain event on its way out.
 *
 * @param type versioned name, also the routing key: {@code mention.received.v1}
 * @param subject id of the aggregate; events of one subject leave in the order in which they were appended
 * @param account X user id of the account that this is about
 * @param data what is written as the envelope's {@code data}: anything that Jackson turns into an object
 * @param traceparent the trace that this event belongs to; null takes the running span's, or begins a new trace
 */
public record Event(
        String type,
        String subject,
        String account,
        Object data,
        @Nullable String traceparent) {

    public Event {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(data, "data");
    }
}
