package dev.heed.ingestion.crm;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said to the customer records, and what is understood of their answer. Never throws. */
final class CrmWords {

    /** A page of X's has 100 authors; the port takes twice that. */
    static final int MOST_CUSTOMERS = 200;

    private static final int LONGEST_TIER = 50;
    private static final Pattern TIER = Pattern.compile("[^\\p{Cntrl}\\p{Cf}]{1," + LONGEST_TIER + "}");
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .build();

    private CrmWords() {}

    /** {@code {"customers":[{"xUserId":"7","handle":"jo"}]}}. */
    static String question(List<Customer> customers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("customers");
        for (Customer customer : customers) {
            ObjectNode item = list.addObject().put("xUserId", customer.xUserId());
            if (customer.handle() != null) {
                item.put("handle", customer.handle());
            }
        }
        return body.toString();
    }

    /**
     * Tiers by X user id. Who is not in it is no customer, and so is one whose tier is no word of 1 to 50 characters.
     *
     * @return empty if the body is no answer at all
     */
    static Optional<Map<String, String>> tiers(String body) {
        JsonNode customers = parse(body).path("customers");
        if (!customers.isArray()) {
            return Optional.empty();
        }
        Map<String, String> tiers = new HashMap<>();
        for (JsonNode customer : customers) {
            String tier = customer.path("tier").isTextual()
                    ? customer.path("tier").asText().strip()
                    : "";
            if (TIER.matcher(tier).matches()) {
                tiers.put(customer.path("xUserId").asText(), tier);
            }
        }
        return Optional.of(tiers);
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? JsonNodeFactory.instance.missingNode() : read;
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }
}
