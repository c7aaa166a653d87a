package dev.heed.x;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A direct message as X showed it, the same from either dialect.
 *
 * @param id of the event, in order of time like a post's
 * @param conversationId absent where X left it out
 * @param sender present when X included who sent it
 * @param text absent where X does not show it, as of an encrypted one
 * @param attached how many photos, films or the like go with it
 * @param media those of them that X described
 */
public record XMessage(
        String id,
        @Nullable String conversationId,
        String senderId,
        @Nullable XUser sender,
        @Nullable String text,
        Instant createdAt,
        int attached,
        List<XMedia> media) {

    /** Tells everything but what was said. */
    @Override
    public String toString() {
        return "XMessage[" + id + "]";
    }
}
