package dev.heed.k8s.check.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.heed.k8s.check.manifest.Manifest;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** The kinds that Kubernetes brings, as its own client for Java knows them. */
public final class CoreSchemas {

    private static final String MODELS = "io.kubernetes.client.openapi.models.";

    private CoreSchemas() {}

    /** What is wrong with the object; empty if nothing. */
    public static Optional<String> violation(Manifest manifest) {
        try {
            model(manifest)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(manifest.json().toString()));
            return Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.of(manifest.title() + ": no kind of Kubernetes in " + manifest.apiVersion());
        } catch (InvocationTargetException e) {
            return Optional.of(manifest.title() + ": " + e.getTargetException().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the client's models have no validateJsonElement any more", e);
        }
    }

    private static Class<?> model(Manifest manifest) throws ClassNotFoundException {
        String version = manifest.apiVersion().substring(manifest.apiVersion().indexOf('/') + 1);
        String prefix = version.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + version.substring(1);
        return Class.forName(MODELS + prefix + manifest.kind());
    }
}
