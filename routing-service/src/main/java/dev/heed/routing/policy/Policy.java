package dev.heed.routing.policy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checked care policy, which decides on posts.
 *
 * <p>Immutable and pure: the same post in the same context always gets the same decision. Rules only lead to later
 * rules ({@link PolicyReader} refuses anything else), so a decision always comes.
 */
public final class Policy {

    /** A rule may say 100 itself; what merely adds up stays below it. */
    private static final int HIGHEST_RAISED = 99;

    private static final int SHOWN_EVIDENCE = 4;

    private final String version;
    private final JsonNode document;
    private final Turnaround turnaround;
    private final EscalationPath path;
    private final Assessment assessment;

    /** The rules of section "when" and "channel". */
    record Assessment(
            String first,
            Map<String, Rule> rules,
            Rule.Outcome addressed,
            List<Rule.Raise> raises,
            List<Rule.ChannelNote> channels) {}

    Policy(String version, JsonNode document, Turnaround turnaround, EscalationPath path, Assessment assessment) {
        this.version = version;
        this.document = document;
        this.turnaround = turnaround;
        this.path = path;
        this.assessment = assessment;
    }

    /** What is to be done about this post. */
    public Decision decide(Post post, Context context) {
        Reading reading = Reading.of(post, context);
        Rule rule = requireNonNull(assessment.rules().get(assessment.first()));
        List<String> evidence = List.of();
        while (true) {
            Optional<List<String>> found = rule.condition().in(reading);
            evidence = found.filter(words -> !words.isEmpty()).orElse(evidence);
            switch (found.isPresent() ? rule.yes() : rule.no()) {
                case Rule.GoOn onward ->
                    rule = requireNonNull(assessment.rules().get(onward.rule()));
                case Rule.Outcome outcome -> {
                    return conclude(rule.name(), outcome, evidence, reading);
                }
            }
        }
    }

    /** As {@link #decide}; but a direct message is for us alone, and always wants a response. */
    public Decision decideMessage(Post message, Context context) {
        Decision decision = decide(message, context);
        if (decision.kind() == DecisionKind.RESPOND) {
            return decision;
        }
        String why = "A direct message always wants a response. (" + decision.rule() + " would not answer in public.)";
        return respond(
                "direct-message", assessment.addressed(), why, decision.evidence(), Reading.of(message, context));
    }

    private Decision conclude(String rule, Rule.Outcome outcome, List<String> found, Reading reading) {
        List<String> evidence = found.stream().distinct().limit(SHOWN_EVIDENCE).toList();
        String why = outcome.why();
        return switch (outcome.kind()) {
            case RESPOND -> respond(rule, outcome, why, evidence, reading);
            case LET_STAND ->
                reading.post().addressed()
                        ? respond("addressed", assessment.addressed(), addressedWhy(rule), evidence, reading)
                        : new Decision(DecisionKind.LET_STAND, rule, why, outcome.priority(), null, version, evidence);
            case MONITOR, LISTEN ->
                new Decision(outcome.kind(), rule, why, outcome.priority(), outcome.tier(), version, evidence);
        };
    }

    private String addressedWhy(String rule) {
        return assessment.addressed().why() + " (" + rule + " would let it stand.)";
    }

    private Decision respond(String rule, Rule.Outcome outcome, String why, List<String> evidence, Reading reading) {
        var reason = new StringBuilder(why);
        int priority = outcome.priority();
        for (Rule.Raise raise : assessment.raises()) {
            if (priority < HIGHEST_RAISED && raise.condition().in(reading).isPresent()) {
                priority = Math.min(HIGHEST_RAISED, priority + raise.by());
                reason.append(" +")
                        .append(raise.by())
                        .append(": ")
                        .append(raise.why())
                        .append('.');
            }
        }
        assessment.channels().stream()
                .filter(note -> note.condition().in(reading).isPresent())
                .findFirst()
                .ifPresent(note -> reason.append(' ').append(note.note()));
        String tier = Optional.ofNullable(outcome.tier()).orElse(path.first());
        return new Decision(DecisionKind.RESPOND, rule, reason.toString(), priority, tier, version, evidence);
    }

    /** The stated version, "+", and the first digits of the document's hash. Kept by every decision. */
    public String version() {
        return version;
    }

    /** The document as it was written, as JSON. */
    public JsonNode document() {
        return document;
    }

    public Turnaround turnaround() {
        return turnaround;
    }

    public EscalationPath path() {
        return path;
    }
}
