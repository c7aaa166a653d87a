package dev.heed.x;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public post as X showed it, the same from either dialect.
 *
 * @param text the whole text, also of a long post
 * @param author present when X included the author
 * @param conversationId the id of the thread's root post; the post's own id where X left it out
 * @param repliedTo id of the post that this one answers
 * @param quoted id of the post that this one quotes
 * @param lang BCP 47, as X guessed it
 * @param editHistory ids of all versions, oldest first; the newest is shown
 * @param mentionedUsernames handles named in the text, implied ones of a reply included, without @
 */
public record XPost(
        String id,
        String text,
        String authorId,
        @Nullable XUser author,
        Instant createdAt,
        String conversationId,
        @Nullable String inReplyToUserId,
        @Nullable String repliedTo,
        @Nullable String quoted,
        @Nullable String lang,
        List<String> editHistory,
        List<String> mentionedUsernames) {

    public XPost {
        editHistory = List.copyOf(editHistory);
        mentionedUsernames = List.copyOf(mentionedUsernames);
    }
}
