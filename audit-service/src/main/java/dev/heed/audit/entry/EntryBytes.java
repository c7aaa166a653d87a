package dev.heed.audit.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.messaging.MalformedEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exact bytes of an entry, which are what its leaf hash commits to.
 *
 * <p>Form 1, canonical JSON under {@value #LIMIT} bytes (the longest leaf that a tile of the log can hold). Where a body would be
 * longer, its largest texts and lists are written as {@code {"omitted":{"bytes":n,"sha256":hex}}}, the hash being that of the
 * text in UTF-8, or of the list as canonical JSON. The index is not part of the bytes: the place of a leaf is what the tree
 * commits to.
 */
final class EntryBytes {

    static final int LIMIT = 65_535;
    private static final int FORM = 1;

    private EntryBytes() {}

    static byte[] of(Unsealed facts, Instant sealedAt) {
        ObjectNode entry = written(facts, sealedAt);
        byte[] bytes = CanonicalJson.of(entry);
        while (bytes.length >= LIMIT) {
            omitLargest((ObjectNode) entry.required("body"));
            bytes = CanonicalJson.of(entry);
        }
        return bytes;
    }

    private static ObjectNode written(Unsealed facts, Instant sealedAt) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("form", FORM);
        entry.put("kind", facts.kind().word());
        entry.put("account", facts.account());
        put(entry, "ticketId", facts.ticketId());
        put(entry, "replyId", facts.replyId());
        put(entry, "postId", facts.postId());
        put(entry, "author", facts.author());
        entry.put("occurredAt", facts.occurredAt().toString());
        entry.put("sealedAt", sealedAt.toString());
        Unsealed.Source source = facts.source();
        ObjectNode event = entry.putObject("source");
        event.put("event", source.event().toString());
        event.put("type", source.type());
        event.put("from", source.from());
        put(event, "traceparent", source.traceparent());
        entry.set("body", facts.body().deepCopy());
        return entry;
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static void omitLargest(ObjectNode body) {
        Map.Entry<String, JsonNode> largest = body.properties().stream()
                .filter(member -> isLong(member.getValue()))
                .max(Comparator.comparingInt(
                        member -> member.getValue().toString().length()))
                .orElseThrow(() -> new MalformedEvent(
                        "does not fit into an entry of " + LIMIT + " bytes, even with its whole body given by hash"));
        byte[] bytes = largest.getValue().isTextual()
                ? largest.getValue().textValue().getBytes(StandardCharsets.UTF_8)
                : CanonicalJson.of(largest.getValue());
        ObjectNode stub = JsonNodeFactory.instance.objectNode();
        stub.putObject("omitted").put("bytes", bytes.length).put("sha256", sha256(bytes));
        body.set(largest.getKey(), stub);
    }

    private static boolean isLong(JsonNode member) {
        return member.isTextual() || (member.isContainerNode() && !member.has("omitted"));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
