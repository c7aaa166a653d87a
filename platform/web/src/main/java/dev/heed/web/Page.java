package dev.heed.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list, as it goes over the wire: {@code {items, next}}.
 *
 * @param next cursor of what follows; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,

        @Schema(description = "Opaque cursor for the next page; absent on the last one") @Nullable
        String next) {

    /** The same page of what these items are shown as. */
    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    /** The same page as a type of its own, for lists whose page has a name in the API. */
    public <W> W as(BiFunction<List<T>, @Nullable String, W> wire) {
        return wire.apply(items, next);
    }
}
