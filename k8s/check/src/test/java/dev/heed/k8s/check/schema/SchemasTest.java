package dev.heed.k8s.check.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heed.k8s.check.Checkout;
import dev.heed.k8s.check.GoodFixture;
import dev.heed.k8s.check.Surroundings;
import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemasTest {

    @ParameterizedTest
    @CsvSource({
        "Deployment/audit, /spec/replicaCount, 2",
        "Deployment/audit, /spec/selector, ''",
        "Service/audit, /spec/ports/0/port, ''",
        "PodDisruptionBudget/audit, /kind, '\"PodDisruption\"'"
    })
    void kubernetes_own_kinds_are_known(String object, String pointer, String json) {
        assertThat(core(GoodFixture.manifests())).isEmpty();
        assertThat(core(GoodFixture.with(object, pointer, json))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Queue/audit-tickets, /spec/durability, true",
        "Queue/audit-tickets, /spec/name, ''",
        "Cluster/heed-db, /spec/instances, '\"three\"'",
        "HTTPRoute/api, /spec/rules/0/matches/0/path/type, '\"Prefix\"'",
        "Gateway/heed, /apiVersion, '\"gateway.networking.k8s.io/v9\"'"
    })
    void operators_kinds_are_known(String object, String pointer, String json) {
        CustomSchemas schemas =
                new CustomSchemas(Surroundings.sharedData(Checkout.root()).resolve("crds"));
        assumeTrue(schemas.present(), "SKIPPED: no schemas of custom resources here; HEED_SHARED_DATA says where");

        assertThat(custom(schemas, GoodFixture.manifests())).isEmpty();
        assertThat(custom(schemas, GoodFixture.with(object, pointer, json))).isNotEmpty();
    }

    @Test
    void a_kind_without_a_schema_is_not_valid() {
        Manifest unknown = Manifests.parse("{apiVersion: v1, kind: Dream, metadata: {name: a}}")
                .all()
                .getFirst();

        assertThat(CoreSchemas.violation(unknown))
                .hasValueSatisfying(why -> assertThat(why).contains("no kind"));
    }

    private static List<String> core(Manifests manifests) {
        return manifests.all().stream()
                .filter(Manifest::isCore)
                .map(CoreSchemas::violation)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> custom(CustomSchemas schemas, Manifests manifests) {
        return manifests.all().stream()
                .filter(manifest -> !manifest.isCore())
                .flatMap(manifest -> schemas.violations(manifest).stream())
                .toList();
    }
}
