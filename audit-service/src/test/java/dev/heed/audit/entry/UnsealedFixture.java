package dev.heed.audit.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/** Events as the log reads them, ready to be sealed. */
final class UnsealedFixture {

    static final Instant HAPPENED = Instant.parse("2026-11-21T10:15:30Z");
    static final Instant NOW = Instant.parse("2026-11-21T10:15:31.250Z");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private UnsealedFixture() {}

    static Unsealed response(String reply, String post, String text) {
        return of(Kind.RESPONSE, UUID.randomUUID(), reply, post, body(text));
    }

    static Unsealed intent(String reply, String text) {
        return of(Kind.INTENT, UUID.randomUUID(), reply, null, body(text));
    }

    static Unsealed of(
            Kind kind, UUID event, String reply, @org.jspecify.annotations.Nullable String post, ObjectNode body) {
        return new Unsealed(
                kind,
                new Unsealed.Source(event, "reply.published.v1", "/heed/reply", TRACE),
                "1001",
                "t-1",
                reply,
                post,
                "agent",
                HAPPENED,
                body);
    }

    static ObjectNode body(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text).put("textSha256", "sha-of-" + text);
    }
}
