package dev.heed.k8s.check.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/** All rules by what they demand. */
public final class Rules {

    private Rules() {}

    public static Map<String, Rule> all() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("names are DNS names", Names::broken);
        rules.put("selectors select what they mean", Selectors::broken);
        rules.put("pods keep to the restricted standard", RestrictedPods::broken);
        rules.put("containers have probes and resources", Probes::broken);
        rules.put("every Deployment has a disruption budget", Budgets::broken);
        rules.put("network policies open the ports of the services and no other", NetworkPorts::broken);
        rules.put("routes lead to services", Routes::broken);
        rules.put("images have a tag or a digest", Images::broken);
        rules.put("settings and secrets that are read are there", References::broken);
        rules.put("every service has its database", Databases::broken);
        return rules;
    }
}
