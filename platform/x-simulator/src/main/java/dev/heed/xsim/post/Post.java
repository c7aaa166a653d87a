package dev.heed.xsim.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.xsim.attachment.Attached;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.post.sight.Arrival;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public post, or one version of an edited one.
 *
 * <p>{@code typed} is what the author sent; {@code text} has the handles of those whom a reply answers in front ({@code shownFrom} code
 * points that pages leave out). {@code mentions} are the accounts named in it, the implied ones included. {@code first} is the first
 * version of what was edited, null in that version itself; {@code reposts} is what is merely repeated. {@code arrival} is null for what
 * appeared at once.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
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
        @Nullable List<UserId> mentions,
        By by,
        @Nullable Instant deletedAt,
        @Nullable PostId first,
        @Nullable PostId reposts,
        @Nullable String lang,
        @Nullable Attached attached,
        @Nullable Arrival arrival) {

    /** How a post or a message came to be. */
    public enum By {
        /** Through X's API, with a user's token. */
        API,
        /** By the simulator's control API or a replay. */
        CONTROL
    }

    public Post {
        mentions = mentions == null ? List.of() : mentions;
        lang = lang == null ? "en" : lang;
        attached = attached == null || attached.isNothing() ? null : attached;
    }

    @Override
    public List<UserId> mentions() {
        return mentions == null ? List.of() : mentions;
    }

    @Override
    public String lang() {
        return lang == null ? "en" : lang;
    }

    @JsonIgnore
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** The id of its first version, which names all versions together. */
    @JsonIgnore
    public PostId origin() {
        return first == null ? id : first;
    }

    /** Its media and poll, of which there may be none. */
    @JsonIgnore
    public Attached attachments() {
        return attached == null ? Attached.NOTHING : attached;
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
                at,
                first,
                reposts,
                lang,
                attached,
                arrival);
    }
}
