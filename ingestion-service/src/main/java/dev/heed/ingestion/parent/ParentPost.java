package dev.heed.ingestion.parent;

import dev.heed.x.XPost;
import dev.heed.x.XUser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post that a mention answers or quotes.
 *
 * @param authorHandle without @; null where X did not say it
 */
public record ParentPost(
        String id, String authorId, @Nullable String authorHandle, String text, Instant createdAt) {

    public static ParentPost of(XPost post) {
        XUser author = post.author();
        return new ParentPost(
                post.id(), post.authorId(), author == null ? null : author.username(), post.text(), post.createdAt());
    }

    /** Says nothing of the text. */
    @Override
    public String toString() {
        return "ParentPost[" + id + "]";
    }
}
