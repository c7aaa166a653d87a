package dev.heed.k8s.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Manifests that keep every rule, to be broken in one place. */
public final class GoodFixture {

    private GoodFixture() {}

    public static Manifests manifests() {
        try (InputStream file = GoodFixture.class.getResourceAsStream("/good.yaml")) {
            return Manifests.parse(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with one value, in the object {@code kind/name}, set to this JSON, or removed where it is empty. */
    public static Manifests with(String object, String pointer, String json) {
        List<Manifest> all = manifests().all().stream()
                .map(manifest -> changed(manifest, object, pointer, json))
                .toList();
        return new Manifests(all);
    }

    public static Manifests without(String object) {
        return new Manifests(manifests().all().stream()
                .filter(manifest -> !title(manifest).equals(object))
                .toList());
    }

    private static Manifest changed(Manifest manifest, String object, String pointer, String json) {
        if (title(manifest).equals(object)) {
            JsonPointer place = JsonPointer.compile(pointer);
            set(manifest.json().at(place.head()), place.last(), json);
        }
        return manifest;
    }

    private static void set(JsonNode parent, JsonPointer last, String json) {
        switch (parent) {
            case ObjectNode node when json.isEmpty() -> node.remove(last.getMatchingProperty());
            case ObjectNode node -> node.set(last.getMatchingProperty(), read(json));
            case ArrayNode node -> node.set(last.getMatchingIndex(), read(json));
            default -> throw new IllegalArgumentException("nothing at " + last);
        }
    }

    private static String title(Manifest manifest) {
        return manifest.kind() + "/" + manifest.name();
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
