package dev.heed.k8s.check.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.k8s.check.GoodFixture;
import dev.heed.k8s.check.manifest.Manifests;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule holds on good manifests and says so when they are broken in one place. */
class RulesTest {

    private static final String POD = "/spec/template/spec";

    @Test
    void good_manifests_keep_every_rule() {
        Rules.all()
                .forEach((demand, rule) -> assertThat(rule.broken(GoodFixture.manifests()))
                        .describedAs(demand)
                        .isEmpty());
    }

    @ParameterizedTest(name = "{0}: {1} {2} = {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", nullValues = "-", textBlock = """
            names        | Service/audit       | /metadata/name                           | "Audit"                 | no DNS name
            names        | Exchange/heed       | /metadata/name                           | "heed_dead"             | no DNS name
            names        | Deployment/audit    | POD/containers/0/ports/0/name            | "a-very-long-port-name" | no good name
            names        | NetworkPolicy/audit | /metadata/name                           | "services"              | there twice
            selectors    | Deployment/audit    | /spec/selector/matchLabels               | {"app": "other"}        | selects the pods of []
            selectors    | Service/audit       | /spec/selector                           | {"app": "other"}        | selects the pods of []
            selectors    | Service/audit       | /spec/ports/0/targetPort                 | "grpc"                  | no container has
            pods         | Namespace/heed      | /metadata/labels                         | {}                      | does not enforce
            pods         | Deployment/audit    | POD/securityContext/runAsNonRoot         | false                   | runAsNonRoot
            pods         | Deployment/audit    | POD/securityContext/runAsUser            | 0                       | another user than root
            pods         | Deployment/audit    | POD/securityContext/seccompProfile       |                         | seccomp
            pods         | Deployment/audit    | POD/hostNetwork                          | true                    | hostNetwork
            pods         | Deployment/audit    | POD/automountServiceAccountToken         |                         | API server
            pods         | Deployment/audit    | POD/volumes/0                            | {"name": "tmp", "hostPath": {"path": "/"}} | hostPath
            pods         | Deployment/audit    | POD/containers/0/securityContext         |                         | no capabilities
            pods         | Deployment/audit    | POD/containers/0/securityContext/privileged | true                 | privileged
            pods         | Deployment/audit    | POD/containers/0/securityContext/readOnlyRootFilesystem | false    | readOnlyRootFilesystem
            containers   | Deployment/audit    | POD/containers/0/livenessProbe           |                         | livenessProbe
            containers   | Deployment/audit    | POD/containers/0/readinessProbe/httpGet/path | "/"                 | readinessProbe
            containers   | Deployment/audit    | POD/containers/0/startupProbe/httpGet/port | 81                    | startupProbe
            containers   | Deployment/audit    | POD/containers/0/resources/limits        |                         | limits/memory
            every Deploy | PodDisruptionBudget/audit | /spec/selector/matchLabels         | {"app": "other"}        | 0 disruption budgets
            every Deploy | PodDisruptionBudget/audit | /spec/maxUnavailable               | 0                       | lets no node be drained
            network      | NetworkPolicy/default-deny | /spec/policyTypes                 | ["Ingress"]             | denies everything
            network      | NetworkPolicy/audit | /spec/ingress/0/ports/0/port             | 8105                    | policies let in [8105]
            network      | Service/audit       | /spec/ports                              | []                      | offers []
            network      | NetworkPolicy/broker | /spec/ingress/0/ports/0/port            | 5671                    | not let in there
            routes       | HTTPRoute/api       | /spec/parentRefs/0/name                  | "other"                 | hangs on no Gateway
            routes       | HTTPRoute/api       | /spec/rules/0/backendRefs/0/port         | 8105                    | leads nowhere
            routes       | HTTPRoute/api       | /spec/rules/0/matches/0/path/value       | "/q/metrics"            | not for outside
            images       | Deployment/audit    | POD/containers/0/image                   | "heed/audit-service"    | floats
            images       | Deployment/audit    | POD/containers/0/image                   | "localhost:5000/audit"  | floats
            images       | RabbitmqCluster/heed-broker | /spec/image                      | "rabbitmq:latest"       | floats
            images       | Cluster/heed-db     | /spec/imageName                          |                         | floats
            settings     | Deployment/audit    | POD/containers/0/envFrom/0/configMapRef/name | "none"              | reads ConfigMap none
            settings     | Deployment/audit    | POD/serviceAccountName                   |                         | no account of its own
            every service | Cluster/heed-db    | /spec/bootstrap/initdb/database          | "other"                 | has no database heed_audit
            """)
    void what_breaks_a_rule_is_named(String rule, String object, String pointer, String json, String words) {
        Manifests broken = GoodFixture.with(object, pointer.replace("POD", POD), Objects.requireNonNullElse(json, ""));

        assertThat(rule(rule).broken(broken)).anyMatch(reason -> reason.contains(words));
    }

    @Test
    void a_missing_budget_is_named() {
        assertThat(rule("every Deploy").broken(GoodFixture.without("PodDisruptionBudget/audit")))
                .containsExactly("Deployment audit has 0 disruption budgets");
    }

    @Test
    void a_digest_is_as_good_as_a_tag() {
        String digest = "\"registry.example:5000/heed/audit@sha256:" + "0".repeat(64) + "\"";

        assertThat(rule("images").broken(GoodFixture.with("Deployment/audit", POD + "/containers/0/image", digest)))
                .isEmpty();
    }

    private static Rule rule(String beginning) {
        return Rules.all().entrySet().stream()
                .filter(named -> named.getKey().startsWith(beginning))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
