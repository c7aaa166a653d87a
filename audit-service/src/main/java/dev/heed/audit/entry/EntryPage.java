package dev.heed.audit.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of entries, newest first. Entries that are sealed meanwhile never move what is on the next page. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EntryPage")
record EntryPage(
        List<EntryView> items,

        @Schema(description = "Give it back as cursor for the entries before these; absent on the last page") @Nullable
        String next) {

    static EntryPage of(List<StoredEntry> found, int limit) {
        boolean more = found.size() > limit;
        List<StoredEntry> page = more ? found.subList(0, limit) : found;
        return new EntryPage(
                page.stream().map(EntryView::of).toList(),
                more ? cursor(page.getLast().index()) : null);
    }

    private static String cursor(long before) {
        byte[] text = Long.toString(before).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** The index before which the page begins; empty if no such cursor was ever given out. */
    static OptionalLong before(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }
}
