package dev.heed.k8s.check.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All objects of one rendering. */
public record Manifests(List<Manifest> all) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** Reads YAML documents; empty ones are no objects. */
    public static Manifests parse(String yaml) {
        List<Manifest> all = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            documents.forEachRemaining(document -> {
                if (document.isObject()) {
                    all.add(new Manifest(document));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("not YAML", e);
        }
        return new Manifests(List.copyOf(all));
    }

    public Stream<Manifest> ofKind(String kind) {
        return all.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    public boolean has(String kind, String name) {
        return ofKind(kind).anyMatch(manifest -> manifest.name().equals(name));
    }

    /** The Deployments whose pods have all these labels. */
    public List<Manifest> podsWith(Map<String, String> labels) {
        return ofKind("Deployment")
                .filter(deployment -> deployment.podLabels().entrySet().containsAll(labels.entrySet()))
                .toList();
    }
}
