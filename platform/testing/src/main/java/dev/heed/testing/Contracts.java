package dev.heed.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The published contracts as checks: does this message keep to the schema of its type, and which golden examples must
 * every reader understand.
 */
public final class Contracts {
    private static final String PUBLISHED = "https://heed.dev/schemas/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            factory -> factory.schemaMappers(mappers -> mappers.mapPrefix(PUBLISHED, "classpath:schemas/")));

    private Contracts() {}

    /** One golden example of a type: its file name, and the whole message. */
    public record Example(String name, JsonNode message) {}

    /**
     * Checks a whole message or its data against {@code schemas/<type>.json}.
     *
     * @param type for example {@code mention.received.v1}
     * @return what is wrong, in words with JSON pointers; empty when the message keeps the contract
     */
    public static List<String> violations(String type, JsonNode message) {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchema schema = SCHEMAS.getSchema(SchemaLocation.of(PUBLISHED + type + ".json"), config);
        return schema.validate(message).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    /** As {@link #violations(String, JsonNode)}, from text. */
    public static List<String> violations(String type, String json) {
        try {
            return violations(type, JSON.readTree(json));
        } catch (IOException e) {
            return List.of("not JSON: " + e.getMessage());
        }
    }

    /** The files of {@code examples/<type>/}, by name; a type without any is an error, not an empty test. */
    public static List<Example> examples(String type) {
        @Nullable URL folder = Contracts.class.getClassLoader().getResource("examples/" + type);
        if (folder == null) {
            throw new IllegalArgumentException("No golden example of " + type + " is published");
        }
        try {
            return read(folder.toURI());
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("Cannot read the examples of " + type, e);
        }
    }

    private static List<Example> read(URI folder) throws IOException {
        if (!"jar".equals(folder.getScheme())) {
            return list(Path.of(folder));
        }
        String[] jarAndPath = folder.toString().split("!", 2);
        try (FileSystem jar = FileSystems.newFileSystem(URI.create(jarAndPath[0]), Map.of("shareable", ""))) {
            return list(jar.getPath(jarAndPath[1]));
        }
    }

    private static List<Example> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> new Example(file.getFileName().toString(), parse(file)))
                    .toList();
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not JSON", e);
        }
    }
}
