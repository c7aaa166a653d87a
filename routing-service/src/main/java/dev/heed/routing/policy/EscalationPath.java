package dev.heed.routing.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tiers from the first to the last, each with the people who may own its tickets. Never empty. */
public record EscalationPath(List<Tier> tiers) {

    /** One step of the path. No owners: its tickets wait, where everybody sees them. */
    public record Tier(String name, List<String> owners) {}

    public EscalationPath {
        tiers = List.copyOf(tiers);
    }

    /** Where a ticket goes when its rule names no tier. */
    public String first() {
        return tiers.getFirst().name();
    }

    /** The owners of a tier; none for a tier that an older policy knew and this one does not. */
    public List<String> ownersOf(String tier) {
        return tiers.stream()
                .filter(each -> each.name().equals(tier))
                .findFirst()
                .map(Tier::owners)
                .orElse(List.of());
    }

    /** Whether the one tier comes later on the path than the other. A tier not on the path comes before all. */
    public boolean isBeyond(String tier, String other) {
        return place(tier) > place(other);
    }

    /** Owners by tier, in the order of the path. */
    public Map<String, List<String>> ownersByTier() {
        var owners = new LinkedHashMap<String, List<String>>();
        tiers.forEach(tier -> owners.put(tier.name(), tier.owners()));
        return owners;
    }

    private int place(String tier) {
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).name().equals(tier)) {
                return i;
            }
        }
        return -1;
    }
}
