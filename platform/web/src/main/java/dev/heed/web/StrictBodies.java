package dev.heed.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Reads request bodies as they are documented and in no other way: a field that is misspelt or of another type is refused,
 * where it would silently be taken for one that was left out.
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
    }

    /** After Quarkus' own, whose settings it overrides. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }
}
