package dev.heed.routing.ticket;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.List;

/** Rows as PostgreSQL's {@code to_jsonb} writes and {@code jsonb_populate_recordset} reads them: many in one parameter. */
final class RowJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.NON_PRIVATE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** For what stands in a single text column: records and lists of texts, as they are. */
    private static final JsonMapper INNER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RowJson() {}

    static String writeInner(Collection<?> values) {
        try {
            return INNER.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> List<T> readInner(String json, Class<T> value) {
        try {
            return INNER.readerForListOf(value).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column that cannot be read as " + value.getSimpleName(), e);
        }
    }

    static String write(Collection<?> rows) {
        try {
            return MAPPER.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T read(String json, Class<T> row) {
        try {
            return MAPPER.readValue(json, row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that cannot be read as " + row.getSimpleName(), e);
        }
    }

    static <T> List<T> readAll(String json, Class<T> row) {
        try {
            return MAPPER.readerForListOf(row).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows that cannot be read as " + row.getSimpleName(), e);
        }
    }
}
