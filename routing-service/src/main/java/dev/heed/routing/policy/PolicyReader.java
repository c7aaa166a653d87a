package dev.heed.routing.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a {@link Policy} of a document, or says everything that is wrong with it. */
public final class PolicyReader {

    private static final int HASH_DIGITS = 12;
    private static final Set<String> SECTIONS = Set.of(
            "name",
            "version",
            "when",
            "turnaround",
            "who",
            "channel",
            "recipient",
            "message",
            "expectation",
            "escalation path",
            "accounts",
            "words");

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private PolicyReader() {}

    /**
     * Reads and checks a policy.
     *
     * @param source where it came from, for the message
     * @param yaml the document
     * @throws InvalidPolicy with every fault found, each with its place and in words
     */
    public static Policy read(String source, String yaml) {
        var faults = new ArrayList<String>();
        Section document = new Section("", parse(source, yaml), faults).allowing(SECTIONS);
        document.need("name").text();
        String stated = document.need("version").text();
        EscalationPath path = path(document.need("escalation path"));
        Turnaround turnaround = turnaround(document.need("turnaround"));
        hours(document.need("who"));
        var conditions = new ConditionReader(lists(document.need("words")));
        var assessment = new AssessmentReader(conditions, path).read(document.need("when"), document.need("channel"));
        for (String prose : List.of("recipient", "message", "expectation", "accounts")) {
            document.need(prose);
        }
        if (!faults.isEmpty()) {
            throw new InvalidPolicy(source, faults);
        }
        return new Policy(stated + "+" + hash(yaml), document.node(), turnaround, path, assessment);
    }

    private static JsonNode parse(String source, String yaml) {
        try {
            JsonNode node = YAML.readTree(yaml);
            if (node == null || !node.isObject()) {
                throw new InvalidPolicy(source, List.of("the document: should be a map of sections"));
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new InvalidPolicy(source, List.of("the document: is not YAML: " + e.getOriginalMessage()));
        }
    }

    private static EscalationPath path(Section section) {
        var tiers = new ArrayList<EscalationPath.Tier>();
        for (Section tier : section.items()) {
            tier.allowing(Set.of("tier", "owners"));
            String name = tier.need("tier").text();
            if (tiers.stream().anyMatch(earlier -> earlier.name().equals(name))) {
                tier.fault("there are two tiers \"" + name + "\"");
            }
            tiers.add(new EscalationPath.Tier(
                    name,
                    tier.need("owners").items().stream()
                            .map(Section::text)
                            .distinct()
                            .toList()));
        }
        if (tiers.isEmpty()) {
            section.fault("should hold at least one tier");
        }
        return new EscalationPath(tiers);
    }

    private static Turnaround turnaround(Section section) {
        section.allowing(Set.of("acknowledge", "first response", "next response"));
        return new Turnaround(
                section.need("acknowledge").duration(),
                section.need("first response").duration(),
                section.need("next response").duration());
    }

    private static void hours(Section who) {
        String hours = who.need("hours").text();
        if (!hours.isEmpty() && !hours.equals("24/7")) {
            who.at("hours").fault("\"" + hours + "\" cannot be counted yet; the one calendar is \"24/7\"");
        }
    }

    private static Map<String, WordList> lists(Section section) {
        var lists = new HashMap<String, WordList>();
        for (var list : section.entries()) {
            var entries = new ArrayList<String>();
            for (var language : list.getValue().entries()) {
                language.getValue().items().forEach(entry -> entries.add(entry.text()));
            }
            if (entries.isEmpty()) {
                list.getValue().fault("the list is empty");
            }
            lists.put(list.getKey(), new WordList(entries));
        }
        return lists;
    }

    private static String hash(String yaml) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
