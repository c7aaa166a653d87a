package dev.heed.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into records and refuses what lacks a component that the record promises.
 *
 * <p>Jackson alone would leave {@code null} in a component that the compiler believes to be there; the failure would then
 * show far away from its cause.
 */
final class Shapes {

    private Shapes() {}

    static <T> T read(JsonNode data, Class<T> shape) {
        T value;
        try {
            value = EnvelopeCodec.JSON.treeToValue(data, shape);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new MalformedEvent("data is not a " + shape.getSimpleName() + ": " + firstLine(e), e);
        }
        if (value == null) {
            throw new MalformedEvent("data is null");
        }
        requireComplete(value, "data");
        return value;
    }

    private static void requireComplete(Object value, String path) {
        switch (value) {
            case Record shape -> {
                for (RecordComponent component : shape.getClass().getRecordComponents()) {
                    requireComponent(shape, component, path + "." + component.getName());
                }
            }
            case Collection<?> many -> {
                for (Object one : many) {
                    if (one != null) {
                        requireComplete(one, path + "[]");
                    }
                }
            }
            default -> {}
        }
    }

    private static void requireComponent(Record shape, RecordComponent component, String path) {
        Object value = valueOf(shape, component);
        if (value != null) {
            requireComplete(value, path);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new MalformedEvent(path + " is missing");
        }
    }

    private static @Nullable Object valueOf(Record shape, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(shape);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
