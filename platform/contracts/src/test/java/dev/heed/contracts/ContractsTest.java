package dev.heed.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {

    private static final Path FILES = Path.of("src/main/resources");
    private static final String PUBLISHED = "https://heed.dev/schemas/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            factory -> factory.schemaMappers(mappers -> mappers.mapPrefix(PUBLISHED, "classpath:schemas/")));

    @ParameterizedTest
    @MethodSource("examples")
    void a_golden_example_keeps_to_the_schema_of_its_type(Path example) throws IOException {
        JsonNode message = JSON.readTree(example.toFile());

        assertThat(violations(typeOf(example), message)).isEmpty();
        assertThat(message.path("type").textValue()).isEqualTo(typeOf(example));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_without_any_one_of_its_required_attributes_does_not_pass(Path example) throws IOException {
        ObjectNode message = (ObjectNode) JSON.readTree(example.toFile());

        for (String attribute : List.of("id", "subject", "time", "traceparent", "account", "data")) {
            ObjectNode poorer = message.deepCopy();
            poorer.remove(attribute);
            assertThat(violations(typeOf(example), poorer)).as(attribute).isNotEmpty();
        }
        ObjectNode misspelt = message.deepCopy();
        misspelt.withObject("/data").put("misspelt", true);
        assertThat(violations(typeOf(example), misspelt)).isNotEmpty();
    }

    @Test
    void each_schema_has_examples_and_stands_under_its_own_name() throws IOException {
        Set<String> types = types();

        assertThat(types).hasSizeGreaterThanOrEqualTo(14);
        for (String type : types) {
            JsonNode schema =
                    JSON.readTree(FILES.resolve("schemas/" + type + ".json").toFile());
            assertThat(schema.path("$id").textValue()).isEqualTo(PUBLISHED + type + ".json");
            assertThat(FILES.resolve("examples/" + type)).isNotEmptyDirectory();
        }
        assertThat(children(FILES.resolve("examples"))).isEqualTo(types);
    }

    @Test
    void the_asyncapi_document_names_every_schema_and_no_other() throws IOException {
        Set<String> named = new TreeSet<>();
        Set<String> referred = new TreeSet<>();
        for (JsonNode message : asyncApi().at("/components/messages")) {
            named.add(message.path("name").textValue());
            referred.add(message.at("/payload/$ref").textValue());
        }

        assertThat(named).isEqualTo(types());
        assertThat(referred)
                .isEqualTo(new TreeSet<>(types().stream()
                        .map(type -> "./schemas/" + type + ".json")
                        .toList()));
    }

    @Test
    void what_an_operation_receives_is_what_its_queue_is_bound_to() throws IOException {
        JsonNode document = asyncApi();
        Set<String> queues = new TreeSet<>();
        for (JsonNode operation : document.path("operations")) {
            if (operation.path("action").textValue().equals("receive")) {
                String queue = operation.path("x-queue").textValue();
                queues.add(queue);
                assertThat(typesBoundTo(queue)).as(queue).isEqualTo(typesOf(document, operation));
            }
        }

        assertThat(queues)
                .isEqualTo(namesOf("queues").stream()
                        .filter(name -> !name.endsWith(".dead") && !name.equals("heed.unrouted"))
                        .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void only_the_newest_version_of_an_event_is_sent_and_the_others_say_so() throws IOException {
        JsonNode document = asyncApi();
        Set<String> sent = new TreeSet<>();
        for (JsonNode operation : document.path("operations")) {
            if (operation.path("action").textValue().equals("send")) {
                sent.addAll(typesOf(document, operation));
            }
        }
        Set<String> newest = new TreeSet<>(types());
        for (String type : types()) {
            int version = type.lastIndexOf('v') + 1;
            newest.remove(type.substring(0, version) + (Integer.parseInt(type.substring(version)) - 1));
        }

        assertThat(sent).isEqualTo(newest);
        for (JsonNode message : document.at("/components/messages")) {
            assertThat(message.path("description").asText().contains("No longer sent"))
                    .as(message.path("name").textValue())
                    .isNotEqualTo(newest.contains(message.path("name").textValue()));
        }
    }

    @Test
    void each_queue_keeps_its_dead_letters_where_they_can_be_seen() throws IOException {
        JsonNode topology = JSON.readTree(FILES.resolve("topology.json").toFile());
        for (JsonNode queue : topology.path("queues")) {
            String name = queue.path("name").textValue();
            if (queue.path("arguments").has("x-dead-letter-exchange")) {
                assertThat(queue.at("/arguments/x-dead-letter-routing-key").textValue())
                        .isEqualTo(name);
                assertThat(stream(topology.path("bindings")))
                        .anyMatch(binding -> binding.path("source").textValue().equals("heed.dead")
                                && binding.path("routing_key").textValue().equals(name)
                                && binding.path("destination").textValue().equals(name + ".dead"));
            }
        }
    }

    private static Set<String> typesBoundTo(String queue) throws IOException {
        JsonNode topology = JSON.readTree(FILES.resolve("topology.json").toFile());
        Set<String> bound = new TreeSet<>();
        for (JsonNode binding : topology.path("bindings")) {
            if (binding.path("source").textValue().equals("heed")
                    && binding.path("destination").textValue().equals(queue)) {
                String key = binding.path("routing_key").textValue();
                String pattern = key.replace(".", "\\.").replace("*", "[^.]+").replace("#", ".*");
                types().stream().filter(type -> type.matches(pattern)).forEach(bound::add);
            }
        }
        return bound;
    }

    /** The types that an operation names, or else all of its channel. */
    private static Set<String> typesOf(JsonNode document, JsonNode operation) {
        Set<String> types = new TreeSet<>();
        JsonNode channel = follow(document, operation.path("channel"));
        JsonNode messages = operation.has("messages") ? operation.path("messages") : channel.path("messages");
        for (JsonNode reference : messages) {
            JsonNode message = follow(document, reference);
            types.add((message.has("$ref") ? follow(document, message) : message)
                    .path("name")
                    .textValue());
        }
        return types;
    }

    private static JsonNode follow(JsonNode document, JsonNode reference) {
        return document.at(reference.path("$ref").textValue().substring(1));
    }

    private static List<String> violations(String type, JsonNode message) {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchema schema = SCHEMAS.getSchema(SchemaLocation.of(PUBLISHED + type + ".json"), config);
        return schema.validate(message).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    static Stream<Path> examples() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FILES.resolve("examples"))) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(found::add);
        }
        return found.stream();
    }

    private static String typeOf(Path example) {
        return example.getName(example.getNameCount() - 2).toString();
    }

    private static Set<String> types() throws IOException {
        Set<String> types = new TreeSet<>();
        for (String name : children(FILES.resolve("schemas"))) {
            if (name.endsWith(".json")) {
                types.add(name.substring(0, name.length() - ".json".length()));
            }
        }
        return types;
    }

    private static Set<String> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static Set<String> namesOf(String kind) throws IOException {
        JsonNode topology = JSON.readTree(FILES.resolve("topology.json").toFile());
        return new TreeSet<>(stream(topology.path(kind))
                .map(one -> one.path("name").textValue())
                .toList());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode asyncApi() throws IOException {
        return new YAMLMapper().readTree(FILES.resolve("asyncapi.yaml").toFile());
    }
}
