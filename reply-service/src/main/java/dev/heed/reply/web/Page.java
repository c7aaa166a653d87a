package dev.heed.reply.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list, newest first.
 *
 * @param next cursor of what follows; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,

        @Schema(description = "Opaque cursor for the next page; absent on the last one") @Nullable
        String next) {

    /**
     * Cuts a page from rows of which one more than the page holds was read.
     *
     * @param id the id by which rows are ordered
     */
    public static <R, T> Page<T> cut(List<R> rows, int limit, Function<R, UUID> id, Function<R, T> view) {
        List<R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        @Nullable String next = rows.size() > limit ? new Cursor(id.apply(shown.getLast())).text() : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
