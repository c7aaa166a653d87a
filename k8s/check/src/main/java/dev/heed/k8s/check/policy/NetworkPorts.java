package dev.heed.k8s.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything is denied first; then what policies let into a Service's pods is what the Service offers, and what they let out to
 * pods of ours is let in there.
 */
final class NetworkPorts {

    private NetworkPorts() {}

    static List<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        if (manifests.ofKind("NetworkPolicy").noneMatch(NetworkPorts::deniesAll)) {
            broken.add("no NetworkPolicy denies everything by default");
        }
        manifests.ofKind("Service").forEach(service -> service(manifests, service, broken));
        manifests.ofKind("NetworkPolicy").forEach(policy -> egress(manifests, policy, broken));
        return broken;
    }

    private static boolean deniesAll(Manifest policy) {
        return policy.at("/spec/podSelector").isEmpty()
                && policy.at("/spec/ingress").isEmpty()
                && policy.at("/spec/egress").isEmpty()
                && policy.each("/spec/policyTypes")
                                .map(JsonNode::asText)
                                .collect(Collectors.toSet())
                                .size()
                        == 2;
    }

    private static void service(Manifests manifests, Manifest service, List<String> broken) {
        for (Manifest deployment : manifests.podsWith(service.labels("/spec/selector"))) {
            Set<Integer> offered = service.each("/spec/ports")
                    .map(port -> Ports.ofTarget(deployment, port))
                    .flatMapToInt(OptionalInt::stream)
                    .boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<Integer> letIn = letIn(manifests, deployment.podLabels());
            if (!letIn.equals(offered)) {
                broken.add(service.title() + " offers " + offered + ", policies let in " + letIn);
            }
        }
    }

    private static void egress(Manifests manifests, Manifest policy, List<String> broken) {
        policy.each("/spec/egress")
                .forEach(rule -> Manifest.each(rule.path("to"))
                        .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
                        .forEach(peer -> {
                            Set<Integer> out = ports(rule);
                            if (!letIn(manifests, Manifest.labels(peer.at("/podSelector/matchLabels")))
                                    .containsAll(out)) {
                                broken.add(policy.title() + " lets out to " + peer + " " + out
                                        + ", which is not let in there");
                            }
                        }));
    }

    /** The ports that policies let into pods with these labels. */
    private static Set<Integer> letIn(Manifests manifests, Map<String, String> podLabels) {
        return manifests
                .ofKind("NetworkPolicy")
                .filter(policy -> podLabels
                        .entrySet()
                        .containsAll(
                                policy.labels("/spec/podSelector/matchLabels").entrySet()))
                .flatMap(policy -> policy.each("/spec/ingress"))
                .flatMap(rule -> ports(rule).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> ports(JsonNode rule) {
        return Manifest.each(rule.path("ports"))
                .map(port -> port.path("port").asInt())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
