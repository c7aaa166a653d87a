package dev.heed.local.api;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A post as the simulator's ledger tells it: the truth of what was really posted.
 *
 * @param text as its author sent it
 * @param shownText as X shows it, a reply's implied mentions in front
 * @param by {@code api} when it came through X's API, {@code control} when a replay or a person made it
 */
public record LedgerPost(
        String id,
        String kind,
        String author,
        String authorId,
        String text,
        @Nullable String shownText,
        @Nullable String inReplyTo,
        Instant createdAt,
        String by,
        @Nullable Instant deletedAt) {

    public boolean isPost() {
        return kind.equals("post");
    }

    public boolean cameThroughTheApi() {
        return by.equals("api");
    }

    /** Whether X tells that account of it as a mention. */
    public boolean addresses(String handle) {
        String shown = shownText == null ? text : shownText;
        return Pattern.compile("(?<![\\w@])@" + Pattern.quote(handle.toLowerCase(Locale.ROOT)) + "(?!\\w)")
                .matcher(shown.toLowerCase(Locale.ROOT))
                .find();
    }
}
