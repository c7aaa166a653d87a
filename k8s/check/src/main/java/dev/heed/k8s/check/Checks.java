package dev.heed.k8s.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import dev.heed.k8s.check.policy.BrokerTopology;
import dev.heed.k8s.check.policy.Rules;
import dev.heed.k8s.check.render.Kustomize;
import dev.heed.k8s.check.schema.CoreSchemas;
import dev.heed.k8s.check.schema.CustomSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is checked of a checkout's manifests, by name, in order. */
public final class Checks {

    private static final List<String> RENDERED = List.of("base", "overlays/dev");
    private static final Path TOPOLOGY = Path.of("platform/contracts/src/main/resources/topology.json");
    private static final Path RIGHTS = Path.of("audit-service/src/main/resources/db/rights/append_only.sql");

    private final Path checkout;
    private final CustomSchemas customSchemas;

    /**
     * On a checkout.
     *
     * @param sharedData the folder whose {@code crds} holds the schemas of custom resources
     */
    public Checks(Path checkout, Path sharedData) {
        this.checkout = checkout;
        this.customSchemas = new CustomSchemas(sharedData.resolve("crds"));
    }

    public Map<String, Outcome> run() {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Path k8s = checkout.resolve("k8s");
        Optional<Kustomize> renderer = Kustomize.find(k8s.resolve("base"));
        if (renderer.isEmpty()) {
            outcomes.put("rendering", new Outcome.Skipped(Kustomize.MISSING));
            return outcomes;
        }
        for (String folder : RENDERED) {
            try {
                check(folder, renderer.get().render(k8s.resolve(folder)), outcomes);
            } catch (Kustomize.RenderingFailed e) {
                outcomes.put(folder + ": renders", new Outcome.Broken(List.of(String.valueOf(e.getMessage()))));
            }
        }
        return outcomes;
    }

    private void check(String folder, Manifests manifests, Map<String, Outcome> outcomes) {
        outcomes.put(folder + ": renders", new Outcome.Holds(manifests.all().size() + " objects"));
        outcomes.put(folder + ": Kubernetes' own kinds are valid", core(manifests));
        outcomes.put(folder + ": custom resources are valid", custom(manifests));
        Rules.all()
                .forEach(
                        (demand, rule) -> outcomes.put(folder + ": " + demand, Outcome.of(rule.broken(manifests), "")));
        outcomes.put(folder + ": the broker's topology is topology.json's", topology(manifests));
        outcomes.put(folder + ": the audit log's rights are those of the service", rights(manifests));
    }

    private static Outcome core(Manifests manifests) {
        List<Manifest> core = manifests.all().stream().filter(Manifest::isCore).toList();
        List<String> broken = core.stream()
                .map(CoreSchemas::violation)
                .flatMap(Optional::stream)
                .toList();
        return Outcome.of(broken, core.size() + " objects");
    }

    private Outcome custom(Manifests manifests) {
        if (!customSchemas.present()) {
            return new Outcome.Skipped("there are no schemas of custom resources here; HEED_SHARED_DATA says where");
        }
        List<Manifest> custom =
                manifests.all().stream().filter(manifest -> !manifest.isCore()).toList();
        List<String> broken = custom.stream()
                .flatMap(manifest -> customSchemas.violations(manifest).stream())
                .toList();
        return Outcome.of(broken, custom.size() + " objects");
    }

    private Outcome topology(Manifests manifests) {
        try {
            String declared = read(TOPOLOGY);
            return Outcome.of(new BrokerTopology(new ObjectMapper().readTree(declared)).broken(manifests), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome rights(Manifests manifests) {
        String own = read(RIGHTS);
        boolean same = manifests
                .ofKind("ConfigMap")
                .anyMatch(
                        map -> map.at("/data").path("append_only.sql").asText().equals(own));
        return Outcome.of(
                same ? List.of() : List.of("k8s/base/database/append_only.sql is not a copy of " + RIGHTS), "");
    }

    private String read(Path file) {
        try {
            return Files.readString(checkout.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
