package dev.heed.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.messaging.UuidV7;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Events as routing and reply publish them. */
public final class EventFixture {

    public static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventFixture() {}

    public static String published(UUID event, String reply, String post, String text) {
        ObjectNode data = reply(reply, text)
                .put("postId", post)
                .put("publishedAt", "2026-11-21T10:15:32Z")
                .put("howKnown", "answer");
        return envelope(event, "reply.published.v1", reply, data);
    }

    public static String intended(String reply, String text) {
        return envelope(UuidV7.next(), "reply.intended.v1", reply, reply(reply, text));
    }

    public static String refused(String reply, String text) {
        ObjectNode data = reply(reply, text)
                .put("reason", "NOT_SUMMONED")
                .put("detail", "X allows a reply only to who mentioned the account.")
                .put("refusedAt", "2026-11-21T10:15:32Z");
        return envelope(UuidV7.next(), "reply.refused.v1", reply, data);
    }

    public static String ticket(String type, String ticket, int version) {
        ObjectNode data = JSON.createObjectNode();
        ObjectNode snapshot = data.putObject("ticket")
                .put("id", ticket)
                .put("version", version)
                .put("conversationId", "5001")
                .put("status", "assigned")
                .put("owner", "agent")
                .put("latestPostId", "5001")
                .put("openedAt", "2026-11-21T10:15:00Z");
        snapshot.putObject("account").put("id", "1001").put("handle", "acme");
        snapshot.putObject("customer")
                .put("id", "2002")
                .put("handle", "jo_private")
                .put("name", "Jo Private");
        snapshot.putObject("decision")
                .put("kind", "respond")
                .put("rule", "unhappy-customer")
                .put("why", "a bad experience with us")
                .put("policyVersion", "1")
                .put("priority", 5)
                .put("quoted", "what Jo Private wrote");
        snapshot.putArray("postIds").add("5001");
        data.putObject("what").put("by", "agent");
        data.put("at", "2026-11-21T10:15:01Z");
        return envelope(UuidV7.next(), type, ticket, data);
    }

    public static ObjectNode reply(String reply, String text) {
        ObjectNode data = JSON.createObjectNode()
                .put("replyId", reply)
                .put("ticketId", "t-" + reply)
                .put("inReplyTo", "5001")
                .put("text", text)
                .put("textSha256", sha256(text))
                .put("author", "agent")
                .put("attempt", 1)
                .put("intendedAt", "2026-11-21T10:15:30Z");
        data.putObject("account").put("id", "1001").put("handle", "acme");
        data.putArray("guards").addObject().put("guard", "length").put("verdict", "pass");
        return data;
    }

    public static String envelope(UUID event, String type, String subject, ObjectNode data) {
        ObjectNode envelope = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", event.toString())
                .put("source", type.startsWith("ticket") ? "/heed/routing" : "/heed/reply")
                .put("type", type)
                .put("subject", subject)
                .put("time", "2026-11-21T10:15:32.100Z")
                .put("datacontenttype", "application/json")
                .put("dataschema", "https://heed.dev/schemas/" + type + ".json")
                .put("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01")
                .put("account", "1001");
        envelope.set("data", data);
        return envelope.toString();
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
