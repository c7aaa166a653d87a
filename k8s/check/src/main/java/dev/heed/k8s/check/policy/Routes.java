package dev.heed.k8s.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import java.util.ArrayList;
import java.util.List;

/** Every route hangs on a Gateway that is there, leads to a port of a Service that is there, and shows nothing below /q. */
final class Routes {

    private static final int KEYCLOAK = 8080;

    private Routes() {}

    static List<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        manifests.ofKind("HTTPRoute").forEach(route -> {
            route.each("/spec/parentRefs")
                    .filter(parent ->
                            !manifests.has("Gateway", parent.path("name").asText()))
                    .forEach(parent -> broken.add(route.title() + " hangs on no Gateway: " + parent));
            route.each("/spec/rules").forEach(rule -> rule(manifests, route, rule, broken));
        });
        return broken;
    }

    private static void rule(Manifests manifests, Manifest route, JsonNode rule, List<String> broken) {
        Manifest.each(rule.path("backendRefs"))
                .filter(backend -> !isThere(manifests, backend))
                .forEach(backend -> broken.add(route.title() + " leads nowhere: " + backend));
        Manifest.each(rule.path("matches"))
                .map(match -> match.at("/path/value").asText())
                .filter(path -> path.isEmpty() || path.equals("/") || path.startsWith("/q"))
                .forEach(path -> broken.add(route.title() + " shows what is not for outside: '" + path + "'"));
    }

    private static boolean isThere(Manifests manifests, JsonNode backend) {
        String name = backend.path("name").asText();
        int port = backend.path("port").asInt();
        boolean ours = manifests
                .ofKind("Service")
                .filter(service -> service.name().equals(name))
                .anyMatch(service -> service.each("/spec/ports")
                        .anyMatch(offered -> offered.path("port").asInt() == port));
        // Keycloak's operator makes a Service of its own.
        return ours
                || (port == KEYCLOAK
                        && manifests.ofKind("Keycloak").anyMatch(made -> name.equals(made.name() + "-service")));
    }
}
