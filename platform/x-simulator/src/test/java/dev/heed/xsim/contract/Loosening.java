package dev.heed.xsim.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Makes one of X's documents fit to judge by, where by the letter it would forbid what X does.
 *
 * <p>The judge lets a schema have no properties but its own. Excepted are the parts of an {@code allOf}, which only together name all
 * properties, what would be told apart by a property of the object around it, and problems, of which the documents say less than X does ({@code errors} of an invalid request, for one).
 */
final class Loosening {

    private final JsonNode document;

    Loosening(JsonNode document) {
        this.document = document;
    }

    void loosen() {
        document.at("/components/schemas").properties().forEach(schema -> {
            if (schema.getKey().endsWith("Problem")) {
                open(schema.getValue());
            }
        });
        walk(document);
    }

    private void walk(JsonNode node) {
        if (node.get("allOf") instanceof ArrayNode parts) {
            parts.forEach(part -> open(
                    part.has("$ref") ? document.at(part.get("$ref").asText().substring(1)) : part));
        }
        if (node instanceof ObjectNode object
                && node.at("/discriminator/propertyName").asText().startsWith("../")) {
            object.remove("discriminator");
            object.set("anyOf", object.remove("oneOf"));
        }
        if (node instanceof ObjectNode object && object.get("oneOf") instanceof ArrayNode) {
            // its parts tell themselves apart, each by its own type; the judge's way of doing it by the mapping runs in
            // circles
            object.remove("discriminator");
        }
        if (node.get("enum") instanceof ArrayNode values) {
            once(values);
        }
        node.forEach(this::walk);
    }

    private static void open(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            object.put("additionalProperties", true);
        }
    }

    /** Document 2.167 names a value of one list twice, which JSON Schema forbids. */
    private static void once(ArrayNode values) {
        Set<JsonNode> distinct = new LinkedHashSet<>();
        values.forEach(distinct::add);
        values.removeAll().addAll(distinct);
    }
}
