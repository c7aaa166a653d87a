package dev.heed.reply.web;

import dev.heed.web.Cursor;
import dev.heed.web.PageRequest;
import dev.heed.web.Pages;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the lists of this service are paged: from the newest on. Ids are UUIDv7, so their order is the order of time. */
public final class NewestFirst {

    private static final Pages<UUID> PAGES = Pages.of("items", Cursor.ofId());
    private static final UUID NEWEST = new UUID(-1, -1);

    private NewestFirst() {}

    /**
     * The page that a caller asks for.
     *
     * @param cursor the query parameter; its absence means the newest end
     * @param limit the query parameter, as the caller wrote it
     */
    public static PageRequest<UUID> page(@Nullable String cursor, String limit) {
        return PAGES.asked(Optional.ofNullable(cursor).filter(text -> !text.isBlank()), limit);
    }

    /** The id that all ids on the page are lower than. */
    public static UUID below(PageRequest<UUID> page) {
        return page.after().orElse(NEWEST);
    }
}
