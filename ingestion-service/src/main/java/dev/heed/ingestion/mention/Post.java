package dev.heed.ingestion.mention;

import dev.heed.x.XMedia;
import dev.heed.x.XPost;
import dev.heed.x.XUser;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said in public.
 *
 * @param id of the version whose text this is
 * @param versions ids of all versions that are known, this one's among them, the first one first
 * @param authorHandle without @; the author's id where X did not say the handle
 */
public record Post(
        String id,
        List<String> versions,
        String text,
        String authorId,
        String authorHandle,
        String authorName,
        Instant createdAt,
        String conversationId,
        @Nullable String inReplyToPostId,
        @Nullable String inReplyToUserId,
        @Nullable String quotedPostId,
        @Nullable String lang,
        List<XMedia> media) {

    public Post {
        versions = List.copyOf(versions);
        media = List.copyOf(media);
    }

    static Post of(XPost post) {
        XUser author = post.author();
        return new Post(
                post.id(),
                post.versions(),
                post.text(),
                post.authorId(),
                author == null ? post.authorId() : author.username(),
                author == null ? post.authorId() : author.name(),
                post.createdAt(),
                post.conversationId(),
                post.repliedTo(),
                post.inReplyToUserId(),
                post.quoted(),
                post.lang(),
                post.media());
    }

    /** Id of its first version: its own where it was never edited. */
    public String firstId() {
        return versions.getFirst();
    }

    /** Id of the version before this one; its own where there is none. */
    public String previousId() {
        int place = versions.indexOf(id);
        return versions.get(Math.max(0, place - 1));
    }

    /** What it answers, else what it quotes. */
    public @Nullable String parentId() {
        return inReplyToPostId == null ? quotedPostId : inReplyToPostId;
    }

    /** Says nothing of the text. */
    @Override
    public String toString() {
        return "Post[" + id + "]";
    }
}
