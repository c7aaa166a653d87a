package dev.heed.k8s.check.policy;

import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A database for each service that names one, owned by a role that may log in and that owns no other. */
final class Databases {

    private Databases() {}

    static List<String> broken(Manifests manifests) {
        Map<String, String> ownerOf = new HashMap<>();
        manifests
                .ofKind("Cluster")
                .forEach(cluster -> ownerOf.put(
                        cluster.text("/spec/bootstrap/initdb/database"), cluster.text("/spec/bootstrap/initdb/owner")));
        manifests
                .ofKind("Database")
                .forEach(database -> ownerOf.put(database.text("/spec/name"), database.text("/spec/owner")));
        List<String> broken = new ArrayList<>();
        manifests
                .ofKind("Deployment")
                .forEach(deployment -> named(deployment)
                        .filter(database -> !ownerOf.containsKey(database))
                        .forEach(database -> broken.add(deployment.title() + " has no database " + database)));
        Set<String> roles = roles(manifests);
        ownerOf.forEach((database, owner) -> {
            if (!roles.contains(owner)) {
                broken.add("database " + database + " is owned by a role that is not made: " + owner);
            }
        });
        if (Set.copyOf(ownerOf.values()).size() != ownerOf.size()) {
            broken.add("a role owns several databases: " + ownerOf);
        }
        return broken;
    }

    private static Stream<String> named(Manifest deployment) {
        return deployment.containers().stream()
                .flatMap(container -> Manifest.each(container.path("env")))
                .filter(variable -> variable.path("name").asText().equals("HEED_PG_DATABASE"))
                .map(variable -> variable.path("value").asText());
    }

    private static Set<String> roles(Manifests manifests) {
        return manifests
                .ofKind("Cluster")
                .flatMap(cluster -> Stream.concat(
                        Stream.of(cluster.text("/spec/bootstrap/initdb/owner")),
                        cluster.each("/spec/managed/roles")
                                .filter(role -> role.path("login").asBoolean())
                                .map(role -> role.path("name").asText())))
                .collect(Collectors.toSet());
    }
}
