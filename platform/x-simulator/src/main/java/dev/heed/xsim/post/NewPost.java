package dev.heed.xsim.post;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A post that somebody wants to make. {@code leftOut} are people whom a reply shall not name although it would. */
public record NewPost(
        UserId author,
        String text,
        @Nullable PostId inReplyTo,
        @Nullable PostId quotes,
        Set<UserId> leftOut,
        Post.By by,
        Extras extras) {

    /** With nothing special about it. */
    public NewPost(
            UserId author,
            String text,
            @Nullable PostId inReplyTo,
            @Nullable PostId quotes,
            Set<UserId> leftOut,
            Post.By by) {
        this(author, text, inReplyTo, quotes, leftOut, by, Extras.NONE);
    }
}
