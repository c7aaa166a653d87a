package dev.heed.xsim.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.message.Message;
import dev.heed.xsim.post.Post;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: a post or a message as it was really made.
 *
 * <p>{@code text} is what the author sent, {@code shownText} what X shows of it: a reply with the implied mentions in front, links
 * shortened, HTML escaped, cut when it is long. {@code firstVersion} is the post that this one is a later version of.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerItem(
        String id,
        String kind,
        String author,
        String authorId,
        String text,
        String shownText,
        @Nullable String inReplyTo,
        String conversationId,
        @Nullable String quotes,
        @Nullable String to,
        Instant createdAt,
        String by,
        @Nullable Instant deletedAt,
        @Nullable String firstVersion,
        @Nullable String reposts) {

    /** @param shown what X shows of its text */
    public static LedgerItem of(Post post, String author, String shown) {
        return new LedgerItem(
                post.id().text(),
                "post",
                author,
                post.author().text(),
                post.typed(),
                shown,
                text(post.inReplyTo()),
                post.conversation().text(),
                text(post.quotes()),
                null,
                post.createdAt(),
                name(post.by()),
                post.deletedAt(),
                text(post.first()),
                text(post.reposts()));
    }

    static LedgerItem of(Message message, String author, String to) {
        return new LedgerItem(
                message.id().text(),
                "message",
                author,
                message.from().text(),
                message.text(),
                message.text(),
                null,
                message.conversation(),
                null,
                to,
                message.createdAt(),
                name(message.by()),
                null,
                null,
                null);
    }

    private static String name(Post.By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable PostId id) {
        return id == null ? null : id.text();
    }
}
