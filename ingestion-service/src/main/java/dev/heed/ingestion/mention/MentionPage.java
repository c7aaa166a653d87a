package dev.heed.ingestion.mention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of mentions, the last heard first. What is heard meanwhile never moves what is on the next page. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MentionPage")
record MentionPage(
        List<MentionView> items,

        @Schema(description = "Give it back as cursor for the mentions before these; absent on the last page") @Nullable
        String next) {

    /** @param found up to one more than the page holds, which tells that there is a next page */
    static MentionPage of(List<StoredMention> found, int size) {
        boolean more = found.size() > size;
        List<StoredMention> page = more ? found.subList(0, size) : found;
        return new MentionPage(
                page.stream().map(MentionView::of).toList(),
                more ? cursor(page.getLast().position()) : null);
    }

    /** The position that a cursor stands for; empty if no such cursor was ever given out. */
    static OptionalLong before(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    private static String cursor(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(position).getBytes(StandardCharsets.US_ASCII));
    }
}
