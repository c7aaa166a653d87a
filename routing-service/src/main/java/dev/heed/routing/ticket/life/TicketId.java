package dev.heed.routing.ticket.life;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * The identity of a ticket.
 *
 * <p>It follows from account, conversation and customer, so that two replicas that hear two posts of one conversation at once
 * mean the same ticket before either has looked.
 */
public record TicketId(UUID value) implements Comparable<TicketId> {

    public static TicketId of(String accountId, String conversationId, String customerId) {
        String key = "heed:ticket:" + accountId + ":" + conversationId + ":" + customerId;
        return new TicketId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads what a caller sent; nothing when it is no identity of a ticket at all. */
    public static Optional<TicketId> parse(String text) {
        try {
            return Optional.of(new TicketId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(TicketId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
