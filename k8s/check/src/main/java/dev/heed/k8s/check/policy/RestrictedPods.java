package dev.heed.k8s.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The Pod Security Standard "restricted", and what we ask beyond it: a read-only root, no token of the API server. */
final class RestrictedPods {

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private RestrictedPods() {}

    static List<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        manifests
                .ofKind("Namespace")
                .filter(space -> !"restricted"
                        .equals(space.labels("/metadata/labels").get("pod-security.kubernetes.io/enforce")))
                .forEach(space -> broken.add(space.title() + " does not enforce the restricted standard"));
        manifests.ofKind("Deployment").forEach(deployment -> {
            JsonNode pod = deployment.at("/spec/template/spec");
            new Pod(deployment.title(), pod, broken).check();
            deployment
                    .containers()
                    .forEach(container -> new Container(deployment.title(), pod, container, broken).check());
        });
        return broken;
    }

    private record Pod(String title, JsonNode spec, List<String> broken) {

        void check() {
            for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
                require(!spec.path(host).asBoolean(), host);
            }
            require(!spec.path("automountServiceAccountToken").asBoolean(true), "a token of the API server");
            Manifest.each(spec.path("volumes"))
                    .flatMap(volume -> volume.propertyStream().map(java.util.Map.Entry::getKey))
                    .filter(key -> !key.equals("name") && !VOLUMES.contains(key))
                    .forEach(key -> require(false, "a volume of type " + key));
        }

        private void require(boolean holds, String what) {
            if (!holds) {
                broken.add(title + ": pods may not have " + what);
            }
        }
    }

    private record Container(String title, JsonNode pod, JsonNode spec, List<String> broken) {

        void check() {
            require(effective("runAsNonRoot").asBoolean(), "runAsNonRoot");
            require(!effective("runAsUser").asText().equals("0"), "another user than root");
            require(
                    Set.of("RuntimeDefault", "Localhost")
                            .contains(effective("seccompProfile").path("type").asText()),
                    "a seccomp profile");
            require(!own("allowPrivilegeEscalation").asBoolean(true), "allowPrivilegeEscalation: false");
            require(!own("privileged").asBoolean(), "privileged: false");
            require(own("readOnlyRootFilesystem").asBoolean(), "readOnlyRootFilesystem");
            require(
                    Manifest.each(own("capabilities").path("drop"))
                            .anyMatch(c -> c.asText().equals("ALL")),
                    "no capabilities");
            require(own("capabilities").path("add").isEmpty(), "no added capabilities");
            require(Manifest.each(spec.path("ports")).noneMatch(port -> port.has("hostPort")), "no hostPort");
        }

        private JsonNode own(String field) {
            return spec.at("/securityContext/" + field);
        }

        private JsonNode effective(String field) {
            return own(field).isMissingNode() ? pod.at("/securityContext/" + field) : own(field);
        }

        private void require(boolean holds, String what) {
            if (!holds) {
                broken.add(title + ": container " + spec.path("name").asText() + " needs " + what);
            }
        }
    }
}
