package dev.heed.k8s.check.schema;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.heed.k8s.check.manifest.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The kinds that operators bring, as the JSON Schemas of their resource definitions: {@code group/kind_version.json}. */
public final class CustomSchemas {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V7);

    private final Path folder;

    public CustomSchemas(Path folder) {
        this.folder = folder;
    }

    public boolean present() {
        return Files.isDirectory(folder);
    }

    /** What is wrong with the object; a kind without a schema is wrong too. */
    public List<String> violations(Manifest manifest) {
        String[] groupAndVersion = manifest.apiVersion().split("/", 2);
        Path file = folder.resolve(groupAndVersion[0])
                .resolve(manifest.kind().toLowerCase(Locale.ROOT) + "_" + groupAndVersion[1] + ".json");
        if (!Files.exists(file)) {
            return List.of(manifest.title() + ": no schema of " + manifest.apiVersion());
        }
        return schema(file).validate(manifest.json()).stream()
                .map(message -> manifest.title() + ": " + message.getMessage())
                .toList();
    }

    private static JsonSchema schema(Path file) {
        try {
            return FACTORY.getSchema(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
