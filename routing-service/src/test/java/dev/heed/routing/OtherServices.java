package dev.heed.routing;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import dev.heed.messaging.Envelope;
import dev.heed.messaging.EnvelopeCodec;
import dev.heed.messaging.Event;
import dev.heed.messaging.Trace;
import dev.heed.messaging.UuidV7;
import dev.heed.messaging.broker.BrokerConfig;
import dev.heed.routing.post.Parent;
import dev.heed.routing.ticket.life.HeardPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Speaks as ingestion and reply do, and listens as they do, over the real broker. */
public final class OtherServices implements AutoCloseable {

    private static final String LISTENING = "test.tickets";

    private final Connection connection;
    private final Channel channel;
    private final List<Envelope> heard = new ArrayList<>();

    public OtherServices(BrokerConfig config) throws Exception {
        var factory = new ConnectionFactory();
        factory.setHost(config.host());
        factory.setPort(config.port());
        factory.setUsername(config.user());
        factory.setPassword(config.password());
        factory.setVirtualHost(config.vhost());
        connection = factory.newConnection("test");
        channel = connection.createChannel();
        channel.confirmSelect();
        channel.queueDeclare(LISTENING, false, false, true, Map.of());
        channel.queueBind(LISTENING, "heed", "ticket.#");
    }

    /** Ingestion heard these posts; all are on the broker when this returns. */
    public void hear(HeardPost... posts) {
        for (HeardPost post : posts) {
            publish("mention.received.v2", envelope(UuidV7.next(), post));
        }
        confirm();
    }

    /** Ingestion tells of a post under an event id of the test's choice. */
    public void hearAs(UUID eventId, HeardPost post) {
        publish("mention.received.v2", envelope(eventId, post));
        confirm();
    }

    /** Whatever bytes. */
    public void send(String key, String body) {
        publish(key, body);
        confirm();
    }

    /** The reply service published an answer. */
    public void replyPublished(String replyId, String ticketId, HeardPost to, Instant at) {
        Map<String, Object> data = reply(replyId, ticketId, to);
        data.put("postId", answerTo(to));
        data.put("publishedAt", at.toString());
        data.put("howKnown", "answer");
        send("reply.published.v1", reply("reply.published.v1", replyId, data));
    }

    /** X refused an answer. */
    public void replyRefused(String replyId, String ticketId, HeardPost to) {
        Map<String, Object> data = reply(replyId, ticketId, to);
        data.put("reason", "NOT_SUMMONED");
        data.put("detail", "the customer did not name us");
        data.put("refusedAt", to.createdAt().toString());
        send("reply.refused.v1", reply("reply.refused.v1", replyId, data));
    }

    /** Every event of a ticket so far, in the order of arrival. */
    public List<Envelope> eventsOf(String ticketId) {
        drain(LISTENING).stream()
                .map(message -> EnvelopeCodec.decode(message.getBody()))
                .forEach(heard::add);
        return heard.stream().filter(event -> event.subject().equals(ticketId)).toList();
    }

    /** Takes everything out of a queue. */
    public List<GetResponse> drain(String queue) {
        try {
            var messages = new ArrayList<GetResponse>();
            GetResponse next = channel.basicGet(queue, true);
            while (next != null) {
                messages.add(next);
                next = channel.basicGet(queue, true);
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String envelope(UUID id, HeardPost post) {
        var data = new HashMap<String, Object>();
        data.put(
                "account",
                Map.of("id", post.account().id(), "handle", post.account().handle()));
        data.put("post", data(post));
        data.put("author", Map.of("mentionsBefore", 3, "followers", 1200, "verified", true, "tier", "gold"));
        data.put("answerable", Map.of("byApi", false, "why", "It does not name us."));
        data.put("heardAt", post.heardAt().toString());
        data.put("via", "poll");
        Parent parent = post.around().parent();
        if (parent != null) {
            data.put(
                    "parent",
                    Map.of(
                            "id", parent.id(),
                            "authorId", parent.authorId(),
                            "text", String.valueOf(parent.text()),
                            "createdAt", String.valueOf(parent.createdAt())));
        }
        return ingestion("mention.received.v2", id, post, data);
    }

    private static Map<String, Object> data(HeardPost post) {
        var data = new HashMap<String, Object>();
        data.put("id", post.id());
        data.put("firstId", post.version().firstId());
        data.put("text", post.text());
        data.put("authorId", post.author().id());
        data.put("authorHandle", post.author().handle());
        data.put("authorName", post.author().name());
        data.put("createdAt", post.createdAt().toString());
        data.put("conversationId", post.conversationId());
        data.put("lang", "en");
        data.put("kind", post.kind());
        data.put("addressed", post.addressed());
        data.put("media", List.of(Map.of("type", "photo", "altText", "shows: " + post.text())));
        return data;
    }

    /**
     * The author changed the post: whatever it was, now it names us.
     *
     * @param chain the ids of its versions, up to the one that is told
     */
    public void edited(HeardPost post, List<String> chain, String text) {
        Map<String, Object> version = Map.of(
                "id",
                chain.getLast(),
                "firstId",
                chain.getFirst(),
                "previousId",
                chain.get(chain.size() - 2),
                "text",
                text,
                "createdAt",
                post.createdAt().plusSeconds(60).toString(),
                "kind",
                "mention",
                "addressed",
                true);
        var data = new HashMap<String, Object>(Map.of("post", version));
        data.put("answerable", Map.of("byApi", true, "why", "It names us."));
        send("mention.edited.v1", ingestion("mention.edited.v1", UuidV7.next(), post, data));
    }

    /**
     * X does not show the post any longer: told of each of its versions, from the newest.
     *
     * @param chain the ids of its versions
     */
    public void withdrawn(List<String> chain, HeardPost of, String reason) {
        for (String version : chain.reversed()) {
            var data = new HashMap<String, Object>();
            data.put(
                    "post",
                    Map.of(
                            "id",
                            version,
                            "firstId",
                            chain.getFirst(),
                            "authorId",
                            of.author().id(),
                            "conversationId",
                            of.conversationId()));
            data.put("reason", reason);
            data.put("howKnown", "lookup");
            data.put("at", of.heardAt().toString());
            publish("mention.withdrawn.v1", ingestion("mention.withdrawn.v1", UuidV7.next(), of, data));
        }
        confirm();
    }

    /** Somebody wrote in private. */
    public void message(String id, HeardPost sameSender, String text) {
        var data = new HashMap<String, Object>();
        data.put(
                "message",
                Map.of(
                        "id",
                        id,
                        "conversationId",
                        sameSender.author().id() + "-" + sameSender.account().id(),
                        "senderId",
                        sameSender.author().id(),
                        "text",
                        text,
                        "createdAt",
                        sameSender.createdAt().toString()));
        data.put("heardAt", sameSender.heardAt().toString());
        data.put("via", "poll");
        send("message.received.v1", ingestion("message.received.v1", UuidV7.next(), sameSender, data));
    }

    private static String ingestion(String type, UUID id, HeardPost post, Map<String, Object> data) {
        data.putIfAbsent(
                "account",
                Map.of("id", post.account().id(), "handle", post.account().handle()));
        data.putIfAbsent("heardAt", post.heardAt().toString());
        var event = new Event(type, post.conversationId(), post.account().id(), data, post.traceparent());
        return EnvelopeCodec.encode(event, id, "/heed/ingestion", post.heardAt(), post.traceparent());
    }

    /** The id on X of the answer to a post. */
    static String answerTo(HeardPost post) {
        return "7" + post.id().substring(1);
    }

    private static Map<String, Object> reply(String replyId, String ticketId, HeardPost to) {
        var data = new HashMap<String, Object>();
        data.put("replyId", replyId);
        data.put("ticketId", ticketId);
        data.put(
                "account",
                Map.of("id", to.account().id(), "handle", to.account().handle()));
        data.put("inReplyTo", to.id());
        data.put("text", "We are on it. ^AG");
        data.put("textSha256", "0".repeat(64));
        data.put("author", "agent");
        data.put("attempt", 1);
        data.put("guards", List.of());
        data.put("intendedAt", to.createdAt().toString());
        return data;
    }

    private static String reply(String type, String replyId, Map<String, Object> data) {
        var event = new Event(type, replyId, "900", data, null);
        return EnvelopeCodec.encode(event, UuidV7.next(), "/heed/reply", Instant.now(), Trace.continueFrom(null));
    }

    private void publish(String key, String body) {
        try {
            channel.basicPublish(
                    "heed", key, true, MessageProperties.PERSISTENT_BASIC, body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void confirm() {
        try {
            channel.waitForConfirmsOrDie(10_000);
        } catch (Exception e) {
            throw new AssertionError("the broker did not confirm", e);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
