package dev.heed.xsim.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public post.
 *
 * <p>{@code typed} is what the author sent; {@code text} is what X shows: a reply starts with the handles of those it answers
 * ({@code shownFrom} code points that pages leave out). {@code mentions} are the accounts named in it, the implied ones included.
 */
public record Post(
        PostId id,
        UserId author,
        String typed,
        String text,
        int shownFrom,
        Instant createdAt,
        PostId conversation,
        @Nullable PostId inReplyTo,
        @Nullable UserId inReplyToUser,
        @Nullable PostId quotes,
        List<UserId> mentions,
        By by,
        @Nullable Instant deletedAt) {

    /** How a post or a message came to be. */
    public enum By {
        /** Through X's API, with a user's token. */
        API,
        /** By the simulator's control API or a replay. */
        CONTROL
    }

    @JsonIgnore
    public boolean isDeleted() {
        return deletedAt != null;
    }

    Post deleted(Instant at) {
        return new Post(
                id,
                author,
                typed,
                text,
                shownFrom,
                createdAt,
                conversation,
                inReplyTo,
                inReplyToUser,
                quotes,
                mentions,
                by,
                at);
    }
}
