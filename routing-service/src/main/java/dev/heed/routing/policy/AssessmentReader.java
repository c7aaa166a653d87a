package dev.heed.routing.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Reads the assessment: named rules in order, each leading only to an outcome or to a later rule. */
final class AssessmentReader {

    private static final Set<String> OUTCOME_KEYS = Set.of("decide", "why", "priority", "tier");

    private final ConditionReader conditions;
    private final EscalationPath path;

    AssessmentReader(ConditionReader conditions, EscalationPath path) {
        this.conditions = conditions;
        this.path = path;
    }

    Policy.Assessment read(Section when, Section channel) {
        List<Section> sections = when.need("assessment").items();
        if (sections.isEmpty()) {
            when.fault("the assessment has no rule");
        }
        List<String> order =
                sections.stream().map(section -> section.need("rule").text()).toList();
        var rules = new LinkedHashMap<String, Rule>();
        var reached = new HashSet<String>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i).allowing(Set.of("rule", "asks", "if", "yes", "no"));
            List<String> later = order.subList(i + 1, order.size());
            if (i > 0 && !reached.contains(order.get(i))) {
                section.fault("no earlier rule leads to \"" + order.get(i) + "\"");
            }
            Rule rule = rule(section, order.get(i), later, reached);
            if (rules.put(rule.name(), rule) != null) {
                section.fault("there are two rules \"" + rule.name() + "\"");
            }
        }
        String first = order.isEmpty() ? "" : order.getFirst();
        return new Policy.Assessment(first, rules, addressed(when), raises(when), channels(channel));
    }

    private Rule rule(Section section, String name, List<String> later, Set<String> reached) {
        section.need("asks").text();
        Condition condition = conditions.read(section.need("if"));
        return new Rule(
                name,
                condition,
                branch(section.need("yes"), later, reached),
                branch(section.need("no"), later, reached));
    }

    private Rule.Branch branch(Section section, List<String> later, Set<String> reached) {
        if (!section.node().isTextual()) {
            return outcome(section);
        }
        String next = section.text();
        if (!later.contains(next)) {
            section.fault("leads to \"" + next + "\", which is not the name of a later rule");
        }
        reached.add(next);
        return new Rule.GoOn(next);
    }

    private Rule.Outcome outcome(Section section) {
        if (!section.node().isMissingNode()) {
            section.allowing(OUTCOME_KEYS);
        }
        DecisionKind kind = kind(section.need("decide"));
        String why = section.need("why").text();
        int priority = section.need("priority").number(0, 100);
        String tier = section.has("tier") ? tier(section.at("tier")) : null;
        if (kind == DecisionKind.MONITOR && tier == null) {
            section.fault("\"tier\" is missing: somebody must be told of what is only monitored");
        }
        return new Rule.Outcome(kind, why, priority, tier);
    }

    private static DecisionKind kind(Section section) {
        String word = section.text();
        return switch (word) {
            case "respond", "" -> DecisionKind.RESPOND;
            case "monitor" -> DecisionKind.MONITOR;
            case "let stand" -> DecisionKind.LET_STAND;
            case "listen" -> {
                section.fault("\"listen\" cannot be used yet: nothing would look at the post again");
                yield DecisionKind.RESPOND;
            }
            default -> {
                section.fault("\"" + word + "\" is not a decision; it should be respond, monitor or let stand");
                yield DecisionKind.RESPOND;
            }
        };
    }

    private String tier(Section section) {
        String name = section.text();
        if (path.tiers().stream().noneMatch(tier -> tier.name().equals(name))) {
            section.fault("there is no tier \"" + name + "\" on the escalation path");
        }
        return name;
    }

    private static Rule.Outcome addressed(Section when) {
        Section section = when.need("addressed overrides let stand");
        return new Rule.Outcome(
                DecisionKind.RESPOND,
                section.need("why").text(),
                section.need("priority").number(0, 100),
                null);
    }

    private List<Rule.Raise> raises(Section when) {
        var raises = new ArrayList<Rule.Raise>();
        for (Section section : when.at("raise").items()) {
            section.allowing(Set.of("if", "by", "why"));
            raises.add(new Rule.Raise(
                    conditions.read(section.need("if")),
                    section.need("by").number(1, 99),
                    section.need("why").text()));
        }
        return List.copyOf(raises);
    }

    private List<Rule.ChannelNote> channels(Section channel) {
        var notes = new ArrayList<Rule.ChannelNote>();
        for (Section section : channel.items()) {
            section.allowing(Set.of("request", "if", "channel", "note"));
            notes.add(new Rule.ChannelNote(
                    section.need("request").text(),
                    conditions.read(section.need("if")),
                    section.need("channel").text(),
                    section.need("note").text()));
        }
        return List.copyOf(notes);
    }
}
