package dev.heed.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI 3.1 document as a check: does what is asked, and what is answered, keep to it. Its schemas are JSON Schema
 * 2020-12.
 */
public final class OpenApi {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Set<String> REFUSALS = Set.of("401", "403");

    private final ObjectNode document;

    private OpenApi(ObjectNode document) {
        this.document = document;
    }

    /** Of {@code platform/contracts}, such as {@code crm-hook.yaml}. */
    public static OpenApi published(String file) {
        try (@Nullable InputStream text = OpenApi.class.getClassLoader().getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalArgumentException("No document " + file + " is published");
            }
            return new OpenApi((ObjectNode) new YAMLMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a service shows it. */
    public static OpenApi served(String json) {
        try {
            return new OpenApi((ObjectNode) JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Operations that do not say in words of their own when they answer 401 and 403.
     *
     * @param open paths that ask for no token
     */
    public List<String> silentOnRefusals(Set<String> open) {
        List<String> silent = new ArrayList<>();
        document.path("paths").properties().stream()
                .filter(path -> !open.contains(path.getKey()))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .filter(operation -> !REFUSALS.stream()
                                .allMatch(status -> operation
                                        .getValue()
                                        .at("/responses/" + status + "/description")
                                        .asText()
                                        .contains("problem+json")))
                        .forEach(operation -> silent.add(operation.getKey() + " " + path.getKey())));
        return silent;
    }

    /** What is wrong with a question to {@code method path}; empty when it keeps to the document. */
    public List<String> asked(String method, String path, String body) {
        return violations(operation(method, path) + "/requestBody", "application/json", body);
    }

    /** What is wrong with an answer of this status; empty when it keeps to the document. */
    public List<String> answered(String method, String path, int status, String mediaType, String body) {
        String responses = operation(method, path) + "/responses/";
        boolean named = !document.at(responses + status).isMissingNode();
        return violations(responses + (named ? Integer.toString(status) : "default"), mediaType, body);
    }

    private List<String> violations(String holder, String mediaType, String body) {
        JsonNode place = document.at(holder);
        String at = place.has("$ref") ? place.path("$ref").asText().substring(1) : holder;
        String content = at + "/content/" + mediaType.replace("/", "~1") + "/schema";
        if (document.at(content).isMissingNode()) {
            return List.of("the document has no " + mediaType + " at " + holder);
        }
        ObjectNode schema = document.deepCopy();
        schema.put("$ref", "#" + content);
        try {
            return SCHEMAS.getSchema(schema).validate(JSON.readTree(body)).stream()
                    .map(ValidationMessage::getMessage)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of("not JSON: " + e.getMessage());
        }
    }

    private static String operation(String method, String path) {
        return "/paths/" + path.replace("/", "~1") + "/" + method;
    }
}
