package dev.heed.routing.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads conditions, and says in words what is not one. */
record ConditionReader(Map<String, WordList> lists) {

    private static final Condition NEVER = new Condition.Any(List.of());

    Condition read(Section section) {
        if (section.node().isMissingNode()) {
            return NEVER;
        }
        if (section.has("says")) {
            return says(section.allowing(Set.of("says", "times")));
        }
        if (section.node().size() != 1) {
            section.fault("should be exactly one of says, is, all, any, not");
            return NEVER;
        }
        String key = section.node().fieldNames().hasNext()
                ? section.node().fieldNames().next()
                : "";
        return switch (key) {
            case "is" -> is(section.at("is"));
            case "all" -> new Condition.All(parts(section.at("all")));
            case "any" -> new Condition.Any(parts(section.at("any")));
            case "not" -> new Condition.Not(read(section.at("not")));
            default -> {
                section.fault("\"" + key + "\" is not a condition; it should be one of says, is, all, any, not");
                yield NEVER;
            }
        };
    }

    private List<Condition> parts(Section section) {
        List<Section> items = section.items();
        if (items.isEmpty()) {
            section.fault("should hold at least one condition");
        }
        return items.stream().map(this::read).toList();
    }

    private Condition says(Section section) {
        String name = section.at("says").text();
        int times = section.has("times") ? section.at("times").number(1, 100) : 1;
        WordList list = lists.get(name);
        if (list == null) {
            section.fault("there is no word list \"" + name + "\"");
            return NEVER;
        }
        return new Condition.Says(list, times);
    }

    private static Condition is(Section section) {
        String name = section.text();
        for (Trait trait : Trait.values()) {
            if (trait.name().toLowerCase(Locale.ROOT).equals(name)) {
                return new Condition.Is(trait);
            }
        }
        section.fault("\"" + name + "\" is not a trait; it should be one of "
                + Arrays.toString(Trait.values()).toLowerCase(Locale.ROOT));
        return NEVER;
    }
}
