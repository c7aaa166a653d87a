package dev.heed.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads request bodies as they are documented and in no other way: a field that is misspelt or of another type is refused,
 * where it would silently be taken for one that was left out, and so is a NUL, which PostgreSQL takes in no text.
 *
 * <p>It is the mapper of REST bodies alone. Events, and what X and the customer records say, are read by mappers of their own,
 * which ignore what they do not know.
 */
@Singleton
class StrictBodies implements ObjectMapperCustomizer {

    @Override
    // Quarkus customizes a mapper that is built already.
    @SuppressWarnings("deprecation")
    public void customize(ObjectMapper bodies) {
        bodies.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .coercionConfigDefaults()
                .setAcceptBlankAsEmpty(false);
        bodies.registerModule(new SimpleModule("without NUL").addDeserializer(String.class, new Text()));
    }

    /** After Quarkus' own, whose settings it overrides. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    private static final class Text extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            return text != null && text.indexOf('\0') >= 0
                    ? context.reportInputMismatch(this, "There is a NUL in it")
                    : text;
        }
    }
}
