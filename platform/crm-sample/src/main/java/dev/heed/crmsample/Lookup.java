package dev.heed.crmsample;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers a question of the hook out of a list of customers. */
final class Lookup {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
    private static final int MOST = 200;

    private Lookup() {}

    /** Empty if the body is no question. */
    static Optional<String> answer(byte[] question, CustomerList customers) {
        return parse(question)
                .map(body -> body.path("customers"))
                .filter(Lookup::isQuestion)
                .map(people -> {
                    ObjectNode answer = JsonNodeFactory.instance.objectNode();
                    ArrayNode found = answer.putArray("customers");
                    for (JsonNode person : people) {
                        String id = person.path("xUserId").asText();
                        customers
                                .find(id, person.path("handle").asText(""))
                                .ifPresent(customer -> found.add(shown(id, customer)));
                    }
                    return answer.toString();
                });
    }

    private static boolean isQuestion(JsonNode people) {
        if (!people.isArray() || people.isEmpty() || people.size() > MOST) {
            return false;
        }
        for (JsonNode person : people) {
            JsonNode id = person.path("xUserId");
            if (!id.isTextual() || !ID.matcher(id.asText()).matches()) {
                return false;
            }
        }
        return true;
    }

    private static ObjectNode shown(String id, Customer customer) {
        ObjectNode shown =
                JsonNodeFactory.instance.objectNode().put("xUserId", id).put("tier", customer.tier());
        if (!customer.reference().isEmpty()) {
            shown.put("reference", customer.reference());
        }
        return shown;
    }

    private static Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body));
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }
}
