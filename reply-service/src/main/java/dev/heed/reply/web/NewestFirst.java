package dev.heed.reply.web;

import dev.heed.web.Cursor;
import dev.heed.web.PageRequest;
import dev.heed.web.Problem;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the lists of this service are paged: from the newest on. Ids are UUIDv7, so their order is the order of time. */
public final class NewestFirst {

    private static final Cursor<UUID> CURSOR = Cursor.ofId();
    private static final UUID NEWEST = new UUID(-1, -1);

    private NewestFirst() {}

    /**
     * The page that a caller asks for.
     *
     * @param cursor the query parameter; its absence means the newest end
     * @param limit within the bounds that the resource declares
     */
    public static PageRequest<UUID> page(@Nullable String cursor, int limit) {
        Optional<UUID> after = Optional.ofNullable(cursor)
                .filter(text -> !text.isBlank())
                .map(text -> CURSOR.read(text).orElseThrow(NewestFirst::badCursor));
        return new PageRequest<>(CURSOR, after, limit);
    }

    /** The id that all ids on the page are lower than. */
    public static UUID below(PageRequest<UUID> page) {
        return page.after().orElse(NEWEST);
    }

    private static Problem badCursor() {
        return Problem.of(
                400,
                "bad-cursor",
                "This cursor cannot be read",
                "Take it from 'next' of the page before, unchanged, or leave it out to begin at the newest.");
    }
}
