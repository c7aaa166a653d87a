package dev.heed.audit.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.messaging.Envelope;
import dev.heed.messaging.MalformedEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the log reads of every {@code reply.*.v1}: the reply as it was meant to be posted, our own text in full. */
@RegisterForReflection
record ReplyV1(
        String replyId,
        String ticketId,
        AccountV1 account,
        @Nullable String inReplyTo,
        String text,
        String textSha256,
        String author,
        int attempt,
        JsonNode guards,
        @Nullable String policyVersion,
        Instant intendedAt) {

    /** What {@code reply.published.v1} adds. */
    record Published(String postId, Instant publishedAt, String howKnown) {}

    /** What {@code reply.refused.v1} adds. */
    record Refused(String reason, @Nullable String detail, Instant refusedAt) {}

    /** What {@code reply.unknown.v1} adds. */
    record Unknown(String reason, Instant at) {}

    static Unsealed read(Envelope event) {
        ReplyV1 reply = event.dataAs(ReplyV1.class);
        reply.requireOwnHash();
        return switch (event.type()) {
            case "reply.intended.v1" -> reply.unsealed(event, Kind.INTENT, null, reply.intendedAt(), reply.body());
            case "reply.published.v1" -> reply.published(event, event.dataAs(Published.class));
            case "reply.refused.v1" -> reply.refused(event, event.dataAs(Refused.class));
            case "reply.unknown.v1" -> reply.unknown(event, event.dataAs(Unknown.class));
            default -> throw new MalformedEvent("the audit log does not know " + event.type());
        };
    }

    private Unsealed published(Envelope event, Published outcome) {
        ObjectNode body = body().put("howKnown", outcome.howKnown());
        return unsealed(event, Kind.RESPONSE, outcome.postId(), outcome.publishedAt(), body);
    }

    private Unsealed refused(Envelope event, Refused outcome) {
        ObjectNode body = body().put("reason", outcome.reason()).put("detail", outcome.detail());
        return unsealed(event, Kind.REFUSAL, null, outcome.refusedAt(), body);
    }

    private Unsealed unknown(Envelope event, Unknown outcome) {
        return unsealed(event, Kind.UNKNOWN, null, outcome.at(), body().put("reason", outcome.reason()));
    }

    private Unsealed unsealed(Envelope event, Kind kind, @Nullable String postId, Instant occurredAt, ObjectNode body) {
        Unsealed.Source source = Unsealed.Source.of(event);
        return new Unsealed(kind, source, account.id(), ticketId, replyId, postId, author, occurredAt, body);
    }

    private ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("accountHandle", account.handle());
        body.put("inReplyTo", inReplyTo);
        body.put("text", text);
        body.put("textSha256", textSha256);
        body.put("attempt", attempt);
        body.set("guards", guards);
        body.put("policyVersion", policyVersion);
        body.put("intendedAt", intendedAt.toString());
        return body;
    }

    /** A record whose text is not the text that was approved is worse than a visible dead letter. */
    private void requireOwnHash() {
        if (!EntryBytes.sha256(text.getBytes(StandardCharsets.UTF_8)).equals(textSha256)) {
            throw new MalformedEvent("data.textSha256 is not the SHA-256 (hex) of data.text");
        }
    }
}
