package dev.heed.k8s.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as the API server takes them (DNS-1123, RFC 1035 for services), each used once. */
final class Names {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern SERVICE = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern PORT = Pattern.compile("(?=.*[a-z])[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?");

    private Names() {}

    static List<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Manifest manifest : manifests.all()) {
            Pattern form = manifest.kind().equals("Service") ? SERVICE : SUBDOMAIN;
            if (!form.matcher(manifest.name()).matches()) {
                broken.add(manifest.title() + " has no DNS name");
            }
            if (!seen.add(manifest.apiVersion() + manifest.title())) {
                broken.add(manifest.title() + " is there twice");
            }
            manifest.containers().forEach(container -> container(manifest, container, broken));
        }
        return broken;
    }

    private static void container(Manifest manifest, JsonNode container, List<String> broken) {
        if (!LABEL.matcher(container.path("name").asText()).matches()) {
            broken.add(manifest.title() + " has a container without a DNS name");
        }
        Manifest.each(container.path("ports"))
                .map(port -> port.path("name").asText())
                .filter(name -> !PORT.matcher(name).matches())
                .forEach(name -> broken.add(manifest.title() + " has a port of no good name: '" + name + "'"));
    }
}
