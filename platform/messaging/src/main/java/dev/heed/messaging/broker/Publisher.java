package dev.heed.messaging.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Return;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A channel on which every message ends confirmed, refused or unclear.
 *
 * <p>Publishing is for one thread at a time. All messages are {@code mandatory}: one that reaches no queue is refused even
 * though the broker confirms it. A message whose confirm does not come in time takes the whole link with it, because the
 * broker might deliver it later, behind its successors.
 */
public final class Publisher implements AutoCloseable {

    private final BrokerLink link;
    private final Channel channel;
    private final Duration patience;
    private final ConcurrentNavigableMap<Long, Pending> pending = new ConcurrentSkipListMap<>();
    private final Map<String, String> returned = new ConcurrentHashMap<>();

    private record Pending(String messageId, CompletableFuture<@Nullable Void> confirm) {}

    Publisher(BrokerLink link, Channel channel, Duration patience) throws IOException {
        this.link = link;
        this.channel = channel;
        this.patience = patience;
        channel.confirmSelect();
        channel.addConfirmListener(this::acked, this::nacked);
        channel.addReturnListener(this::returned);
        channel.addShutdownListener(this::closed);
    }

    /**
     * Sends one message; the properties must name a message id that is unique among the unconfirmed.
     *
     * <p>The future fails with {@link RefusedByBroker} if this message is to blame and others may go on, with an {@link
     * IOException} or {@link TimeoutException} if it is not known what became of it.
     */
    public CompletableFuture<@Nullable Void> publish(
            String exchange, String routingKey, AMQP.BasicProperties properties, byte[] body) {
        String messageId = Objects.requireNonNull(properties.getMessageId(), "messageId");
        String blocked = link.blockedBecause();
        if (blocked != null) {
            return CompletableFuture.failedFuture(new IOException("the broker takes no messages: " + blocked));
        }
        long number = channel.getNextPublishSeqNo();
        CompletableFuture<@Nullable Void> confirm = new CompletableFuture<>();
        pending.put(number, new Pending(messageId, confirm));
        var watched = confirm.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((ok, failure) -> {
                    pending.remove(number);
                    if (failure instanceof TimeoutException) {
                        link.cut();
                    }
                });
        try {
            channel.basicPublish(exchange, routingKey, true, properties, body);
        } catch (IOException | AlreadyClosedException e) {
            confirm.completeExceptionally(new IOException("not sent: " + e.getMessage(), e));
        }
        return watched;
    }

    public boolean isOpen() {
        return channel.isOpen() && link.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.abort();
        } catch (IOException e) {
            throw new IllegalStateException("abort does not fail", e);
        }
    }

    private void acked(long number, boolean multiple) {
        settle(number, multiple, null);
    }

    private void nacked(long number, boolean multiple) {
        settle(number, multiple, new RefusedByBroker("a queue refused the message"));
    }

    private void settle(long number, boolean multiple, @Nullable Exception failure) {
        var settled = multiple ? pending.headMap(number, true) : pending.subMap(number, true, number, true);
        for (Pending one : settled.values()) {
            String unroutable = returned.remove(one.messageId());
            if (failure != null) {
                one.confirm().completeExceptionally(failure);
            } else if (unroutable != null) {
                one.confirm().completeExceptionally(new RefusedByBroker(unroutable));
            } else {
                one.confirm().complete(null);
            }
        }
    }

    private void returned(Return message) {
        returned.put(
                message.getProperties().getMessageId(),
                message.getReplyText() + " from exchange " + message.getExchange() + " with key "
                        + message.getRoutingKey());
    }

    private void closed(ShutdownSignalException cause) {
        for (Pending one : pending.values()) {
            one.confirm().completeExceptionally(new IOException("unconfirmed: " + cause.getMessage(), cause));
        }
    }
}
