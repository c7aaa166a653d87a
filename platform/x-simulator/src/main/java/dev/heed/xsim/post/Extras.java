package dev.heed.xsim.post;

import dev.heed.xsim.attachment.Attached;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.post.sight.Lag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What few posts have.
 *
 * @param reposts what is repeated; the text is then X's
 * @param createdAt a time in the past that the post shall have been made at; now when absent
 * @param lag absent for what {@link dev.heed.xsim.post.sight.Lateness} has in store
 */
public record Extras(
        Attached attached,
        @Nullable PostId reposts,
        @Nullable String lang,
        @Nullable Instant createdAt,
        @Nullable Lag lag) {

    public static final Extras NONE = new Extras(Attached.NOTHING, null, null, null, null);
}
