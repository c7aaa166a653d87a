package dev.heed.k8s.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No image floats: each is named with a tag other than latest, or with a digest. */
final class Images {

    private static final Pattern FIXED = Pattern.compile(
            "[^:@\\s]+(:\\d+/[^:@\\s]+)?(:(?!latest$)[\\w][\\w.-]{0,127}|(:[\\w.-]+)?@sha256:[0-9a-f]{64})");

    private Images() {}

    static List<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        for (Manifest manifest : manifests.all()) {
            images(manifest)
                    .filter(image -> !FIXED.matcher(image).matches())
                    .forEach(image -> broken.add(manifest.title() + " has an image that floats: '" + image + "'"));
        }
        return broken;
    }

    private static Stream<String> images(Manifest manifest) {
        return switch (manifest.kind()) {
            case "Deployment" ->
                manifest.containers().stream()
                        .map(container -> container.path("image").asText());
            case "RabbitmqCluster", "Keycloak" -> Stream.of(manifest.text("/spec/image"));
            case "Cluster" -> Stream.of(manifest.at("/spec/imageName")).map(JsonNode::asText);
            default -> Stream.empty();
        };
    }
}
