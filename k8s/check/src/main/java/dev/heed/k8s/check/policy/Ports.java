package dev.heed.k8s.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.k8s.check.manifest.Manifest;
import java.util.OptionalInt;

/** Ports by number and by name. */
final class Ports {

    private Ports() {}

    /** The container's port that a Service's port leads to; empty if no container has it. */
    static OptionalInt ofTarget(Manifest deployment, JsonNode servicePort) {
        JsonNode target = servicePort.has("targetPort") ? servicePort.path("targetPort") : servicePort.path("port");
        return of(deployment, target);
    }

    /** The container's port of this number or name. */
    static OptionalInt of(Manifest deployment, JsonNode numberOrName) {
        return deployment.containers().stream()
                .flatMap(container -> Manifest.each(container.path("ports")))
                .filter(port -> port.path("name").asText().equals(numberOrName.asText())
                        || port.path("containerPort").asText().equals(numberOrName.asText()))
                .mapToInt(port -> port.path("containerPort").asInt())
                .findFirst();
    }
}
