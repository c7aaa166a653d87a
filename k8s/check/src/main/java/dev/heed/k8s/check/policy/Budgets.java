package dev.heed.k8s.check.policy;

import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import java.util.ArrayList;
import java.util.List;

/** One PodDisruptionBudget for each Deployment, which lets a node be drained. */
final class Budgets {

    private Budgets() {}

    static List<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        List<Manifest> budgets = manifests.ofKind("PodDisruptionBudget").toList();
        manifests.ofKind("Deployment").forEach(deployment -> {
            List<Manifest> own = budgets.stream()
                    .filter(budget -> manifests
                            .podsWith(budget.labels("/spec/selector/matchLabels"))
                            .contains(deployment))
                    .toList();
            if (own.size() != 1) {
                broken.add(deployment.title() + " has " + own.size() + " disruption budgets");
            }
        });
        for (Manifest budget : budgets) {
            if (manifests.podsWith(budget.labels("/spec/selector/matchLabels")).size() != 1) {
                broken.add(budget.title() + " selects no Deployment, or several");
            }
            if (budget.text("/spec/maxUnavailable").equals("0")) {
                broken.add(budget.title() + " lets no node be drained");
            }
        }
        return broken;
    }
}
