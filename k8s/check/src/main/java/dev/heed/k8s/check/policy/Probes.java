package dev.heed.k8s.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every container is asked whether it started, lives and is ready, each at its own path, and says what it needs. */
final class Probes {

    private static final Map<String, String> PATHS = Map.of(
            "startupProbe", "/q/health/started",
            "livenessProbe", "/q/health/live",
            "readinessProbe", "/q/health/ready");

    private Probes() {}

    static List<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        manifests
                .ofKind("Deployment")
                .forEach(deployment -> deployment
                        .each("/spec/template/spec/containers")
                        .forEach(container -> container(deployment, container, broken)));
        return broken;
    }

    private static void container(Manifest deployment, JsonNode container, List<String> broken) {
        PATHS.forEach((probe, path) -> {
            JsonNode get = container.at("/" + probe + "/httpGet");
            if (!get.path("path").asText().equals(path)
                    || Ports.of(deployment, get.path("port")).isEmpty()) {
                broken.add(deployment.title() + ": no " + probe + " at " + path + " of a port that it has");
            }
        });
        for (String need : List.of("/requests/cpu", "/requests/memory", "/limits/memory")) {
            if (container.at("/resources" + need).isMissingNode()) {
                broken.add(deployment.title() + ": resources lack " + need.substring(1));
            }
        }
    }
}
