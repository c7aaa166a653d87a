package dev.heed.ingestion;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Posts as X shows them. */
public final class XPosts {

    private static final long EPOCH = 1_288_834_974_657L;
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private XPosts() {}

    /** An id of this time, unlike any other in this JVM. */
    public static String id(Instant time) {
        return Long.toString(((time.toEpochMilli() - EPOCH) << 22) | (SEQUENCE.incrementAndGet() & 0x3FFFFF));
    }

    /** So long ago, but not before the present UTC day began: across midnight walks do not look back as far. */
    public static Instant today(Duration ago) {
        Instant now = Instant.now();
        Instant midnight =
                now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        Instant then = now.minus(ago);
        return then.isBefore(midnight) ? midnight : then;
    }

    /** A root post that names the account. */
    public static JsonObject mention(Instant time, String handle, String words) {
        String id = id(time);
        return new JsonObject()
                .put("id", id)
                .put("text", "@" + handle + " " + words)
                .put("author_id", "77")
                .put("created_at", time.toString())
                .put("conversation_id", id)
                .put("lang", "en")
                .put(
                        "entities",
                        new JsonObject()
                                .put("mentions", new JsonArray().add(new JsonObject().put("username", handle))));
    }
}
