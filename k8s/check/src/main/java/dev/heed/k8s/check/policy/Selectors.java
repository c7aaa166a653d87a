package dev.heed.k8s.check.policy;

import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Deployment selects its own pods and nobody else's; a Service selects the pods of one Deployment, whose port it names. */
final class Selectors {

    private Selectors() {}

    static List<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        manifests.ofKind("Deployment").forEach(deployment -> deployment(manifests, deployment, broken));
        manifests.ofKind("Service").forEach(service -> service(manifests, service, broken));
        return broken;
    }

    private static void deployment(Manifests manifests, Manifest deployment, List<String> broken) {
        Map<String, String> selector = deployment.labels("/spec/selector/matchLabels");
        List<String> selected =
                manifests.podsWith(selector).stream().map(Manifest::name).toList();
        if (selector.isEmpty() || !selected.equals(List.of(deployment.name()))) {
            broken.add(deployment.title() + " selects the pods of " + selected);
        }
    }

    private static void service(Manifests manifests, Manifest service, List<String> broken) {
        List<Manifest> selected = manifests.podsWith(service.labels("/spec/selector"));
        if (selected.size() != 1) {
            broken.add(service.title() + " selects the pods of "
                    + selected.stream().map(Manifest::name).toList());
            return;
        }
        service.each("/spec/ports")
                .filter(port -> Ports.ofTarget(selected.getFirst(), port).isEmpty())
                .forEach(port -> broken.add(service.title() + " leads to a port that no container has: " + port));
    }
}
