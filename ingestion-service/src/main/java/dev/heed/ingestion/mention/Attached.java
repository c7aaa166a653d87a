package dev.heed.ingestion.mention;

import dev.heed.x.XMedia;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Media as stored: a JSON array of objects with type, url and altText. */
public final class Attached {

    private Attached() {}

    /** Null where nothing is attached. */
    public static @Nullable JsonArray json(List<XMedia> media) {
        JsonArray array = new JsonArray();
        media.forEach(one -> array.add(
                new JsonObject().put("type", one.type()).put("url", one.url()).put("altText", one.altText())));
        return array.isEmpty() ? null : array;
    }

    static List<XMedia> read(@Nullable JsonArray array) {
        return array == null
                ? List.of()
                : array.stream()
                        .map(JsonObject.class::cast)
                        .map(one -> new XMedia(one.getString("type"), one.getString("url"), one.getString("altText")))
                        .toList();
    }
}
