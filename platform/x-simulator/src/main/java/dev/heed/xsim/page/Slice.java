package dev.heed.xsim.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** One page of what is newest first, with the ways on and back. */
public record Slice<T>(List<T> items, Optional<PageToken> next, Optional<PageToken> previous) {

    /**
     * @param newestFirst everything that may be shown
     * @param token where to start; the newest when absent
     * @param most items of one page, at least 1
     */
    public static <T> Slice<T> of(List<T> newestFirst, ToLongFunction<T> id, Optional<PageToken> token, int most) {
        int start = 0;
        if (token.isPresent()) {
            long boundary = token.get().boundary();
            boolean older = token.get().older();
            int edge = 0;
            while (edge < newestFirst.size()
                    && (older
                            ? id.applyAsLong(newestFirst.get(edge)) >= boundary
                            : id.applyAsLong(newestFirst.get(edge)) > boundary)) {
                edge++;
            }
            start = older ? edge : Math.max(0, edge - most);
            if (!older) {
                return cut(newestFirst, id, start, edge);
            }
        }
        return cut(newestFirst, id, start, Math.min(newestFirst.size(), start + most));
    }

    /** The same page without some of its items; it leads where it led. */
    public Slice<T> only(Predicate<T> wanted) {
        return new Slice<>(items.stream().filter(wanted).toList(), next, previous);
    }

    private static <T> Slice<T> cut(List<T> all, ToLongFunction<T> id, int start, int end) {
        List<T> items = List.copyOf(all.subList(start, end));
        if (items.isEmpty()) {
            return new Slice<>(items, Optional.empty(), Optional.empty());
        }
        long newest = id.applyAsLong(items.getFirst());
        long oldest = id.applyAsLong(items.getLast());
        return new Slice<>(
                items,
                end < all.size() ? Optional.of(new PageToken(true, oldest)) : Optional.empty(),
                start > 0 ? Optional.of(new PageToken(false, newest)) : Optional.empty());
    }
}
