package dev.heed.web;

import java.util.Optional;

/**
 * A list that is shown in pages of 1 to 200 items: how it writes its cursors, and what it answers to a cursor or a limit
 * that cannot be.
 */
public final class Pages<P> {

    private static final int MOST = 200;

    private final Cursor<P> cursor;
    private final Problem unknownCursor;
    private final Problem limitOutOfRange;

    private Pages(Cursor<P> cursor, Problem unknownCursor, Problem limitOutOfRange) {
        this.cursor = cursor;
        this.unknownCursor = unknownCursor;
        this.limitOutOfRange = limitOutOfRange;
    }

    /** @param things what the list is of, in the plural, as people read it in a problem */
    public static <P> Pages<P> of(String things, Cursor<P> cursor) {
        return refusing(
                cursor,
                Problem.of(
                        400,
                        "unknown-cursor",
                        "This cursor cannot be read",
                        "Give back what `next` said, or leave it out."),
                Problem.of(
                        400,
                        "limit-out-of-range",
                        "A page has 1 to " + MOST + " " + things,
                        "limit is a number from 1 to " + MOST + "."));
    }

    /** A list that refuses in words of its own. */
    public static <P> Pages<P> refusing(Cursor<P> cursor, Problem unknownCursor, Problem limitOutOfRange) {
        return new Pages<>(cursor, unknownCursor, limitOutOfRange);
    }

    /**
     * The page that a caller asks for.
     *
     * @param next what the page before gave as its {@code next}; empty for the first page
     * @param limit how many items the page holds, as the caller wrote it
     * @throws Problem if the list never gave out such a cursor, or has no page of this size
     */
    public PageRequest<P> asked(Optional<String> next, String limit) {
        int size = limit.matches("\\d{1,3}") ? Integer.parseInt(limit) : 0;
        if (size < 1 || size > MOST) {
            throw limitOutOfRange;
        }
        Optional<P> after = next.map(text -> cursor.read(text).orElseThrow(() -> unknownCursor));
        return new PageRequest<>(cursor, after, size);
    }
}
