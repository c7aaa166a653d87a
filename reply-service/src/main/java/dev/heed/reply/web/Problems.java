package dev.heed.reply.web;

import dev.heed.web.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;
import org.jspecify.annotations.Nullable;

/** Problem details (RFC 9457) whose type is a stable address that clients may switch on. */
public final class Problems {
    private Problems() {}

    /**
     * A problem to be thrown at the edge.
     *
     * @param slug last part of its type, never changed once published
     * @param detail what is wrong and what to do about it
     */
    public static Problem of(StatusType status, String slug, String title, String detail) {
        return Problem.of(status, slug, title, detail);
    }

    /** Where to go on, from the query parameter {@code cursor}; its absence means the newest end. */
    public static Cursor cursor(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Cursor.NEWEST;
        }
        return Cursor.parse(text)
                .orElseThrow(() -> of(
                        Response.Status.BAD_REQUEST,
                        "bad-cursor",
                        "This cursor cannot be read",
                        "Take it from 'next' of the page before, unchanged, or leave it out to begin at the newest."));
    }
}
