package dev.heed.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which page of a list is asked for.
 *
 * @param after the place that the page before ended with; empty for the first page
 * @param size how many items the page holds at most
 */
public record PageRequest<P>(Cursor<P> cursor, Optional<P> after, int size) {

    /** How many items to read: one more than the page holds tells that there is a next page. */
    public int toRead() {
        return size + 1;
    }

    /**
     * Cuts the page out of what was read.
     *
     * @param read up to {@link #toRead()} items, in the list's order
     * @param place where an item stands in that order
     */
    public <T> Page<T> cut(List<T> read, Function<T, P> place) {
        if (read.size() <= size) {
            return new Page<>(read, null);
        }
        List<T> shown = read.subList(0, size);
        return new Page<>(shown, cursor.write(place.apply(shown.getLast())));
    }
}
