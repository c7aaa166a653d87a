package dev.heed.k8s.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * ConfigMaps that a pod reads are rendered. So are Secrets, but for those that an operator makes; a rendering that brings no Secret
 * at all gets them from elsewhere.
 */
final class References {

    private References() {}

    static List<String> broken(Manifests manifests) {
        boolean bringsSecrets = manifests.ofKind("Secret").findAny().isPresent();
        List<String> broken = new ArrayList<>();
        manifests.ofKind("Deployment").forEach(deployment -> {
            missing(manifests, deployment, "ConfigMap", "configMapRef", "configMapKeyRef", broken);
            if (bringsSecrets) {
                missing(manifests, deployment, "Secret", "secretRef", "secretKeyRef", broken);
            }
            String account = deployment.text("/spec/template/spec/serviceAccountName");
            if (!manifests.has("ServiceAccount", account)) {
                broken.add(deployment.title() + " runs as no account of its own: '" + account + "'");
            }
        });
        return broken;
    }

    private static void missing(
            Manifests manifests, Manifest deployment, String kind, String whole, String key, List<String> broken) {
        deployment.containers().stream()
                .flatMap(container -> Stream.concat(
                        Manifest.each(container.path("envFrom")).map(source -> source.path(whole)),
                        Manifest.each(container.path("env")).map(variable -> variable.at("/valueFrom/" + key))))
                .filter(JsonNode::isObject)
                .map(reference -> reference.path("name").asText())
                .distinct()
                .filter(name -> !manifests.has(kind, name) && !madeByOperator(manifests, name))
                .forEach(name ->
                        broken.add(deployment.title() + " reads " + kind + " " + name + ", which is not there"));
    }

    private static boolean madeByOperator(Manifests manifests, String secret) {
        return manifests.ofKind("RabbitmqCluster").anyMatch(cluster -> secret.equals(cluster.name() + "-default-user"));
    }
}
