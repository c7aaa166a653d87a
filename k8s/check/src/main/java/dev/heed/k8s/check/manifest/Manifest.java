package dev.heed.k8s.check.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One rendered object. */
public record Manifest(JsonNode json) {

    private static final Set<String> CORE = Set.of(
            "",
            "apps",
            "batch",
            "policy",
            "autoscaling",
            "networking.k8s.io",
            "rbac.authorization.k8s.io",
            "scheduling.k8s.io");

    public String kind() {
        return json.path("kind").asText();
    }

    public String apiVersion() {
        return json.path("apiVersion").asText();
    }

    public String name() {
        return json.at("/metadata/name").asText();
    }

    /** Kind and name, as people say it. */
    public String title() {
        return kind() + " " + name();
    }

    /** Whether it is of a group that Kubernetes itself brings. */
    public boolean isCore() {
        int slash = apiVersion().indexOf('/');
        return CORE.contains(slash < 0 ? "" : apiVersion().substring(0, slash));
    }

    public JsonNode at(String pointer) {
        return json.at(pointer);
    }

    public String text(String pointer) {
        return json.at(pointer).asText();
    }

    public Stream<JsonNode> each(String pointer) {
        return each(json.at(pointer));
    }

    public static Stream<JsonNode> each(JsonNode list) {
        Iterator<JsonNode> items =
                list.isArray() ? list.elements() : MissingNode.getInstance().elements();
        return StreamSupport.stream(((Iterable<JsonNode>) () -> items).spliterator(), false);
    }

    public Map<String, String> labels(String pointer) {
        return labels(json.at(pointer));
    }

    public static Map<String, String> labels(JsonNode node) {
        Map<String, String> labels = new TreeMap<>();
        node.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    public Map<String, String> podLabels() {
        return labels("/spec/template/metadata/labels");
    }

    public List<JsonNode> containers() {
        return Stream.concat(each("/spec/template/spec/initContainers"), each("/spec/template/spec/containers"))
                .toList();
    }
}
