package dev.heed.x;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A public post as X showed it, the same from either dialect.
 *
 * @param text the whole text, also of a long post, as its author wrote it: not escaped, and with the addresses that were
 *     typed in place of X's short ones
 * @param author present when X included the author
 * @param conversationId the id of the thread's root post; the post's own id where X left it out
 * @param repliedTo id of the post that this one answers
 * @param quoted id of the post that this one quotes
 * @param reposted id of the post that this one only passes on; such a post says nothing of its own
 * @param lang BCP 47, as X guessed it
 * @param editHistory ids of all versions that X told; the newest is shown
 * @param named whom X says that the text names, implied ones of a reply included
 * @param media what is attached, in X's order
 * @param included of the posts that this one answers or quotes, those that X showed with it; they include none themselves
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
        @Nullable String reposted,
        @Nullable String lang,
        List<String> editHistory,
        List<Named> named,
        List<XMedia> media,
        List<XPost> included) {

    private static final Comparator<String> BY_ID =
            Comparator.comparingInt(String::length).thenComparing(id -> id);

    /**
     * A user whom a post names.
     *
     * @param username as written in the post, without @; the user may have another one by now, and somebody else this one
     * @param id absent where X left it out
     */
    public record Named(String username, @Nullable String id) {}

    public XPost {
        editHistory = List.copyOf(editHistory);
        named = List.copyOf(named);
        media = List.copyOf(media);
        included = List.copyOf(included);
    }

    /** A post with nothing attached, and nothing shown with it. */
    public XPost(
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
            List<Named> named) {
        this(
                id,
                text,
                authorId,
                author,
                createdAt,
                conversationId,
                inReplyToUserId,
                repliedTo,
                quoted,
                null,
                lang,
                editHistory,
                named,
                List.of(),
                List.of());
    }

    /** Ids of all its versions that X told, its own among them, the first one first. */
    public List<String> versions() {
        return Stream.concat(editHistory.stream(), Stream.of(id))
                .distinct()
                .sorted(BY_ID)
                .toList();
    }

    /** Id of its first version: its own where it was never edited. */
    public String firstId() {
        return versions().getFirst();
    }

    /** A post that X showed with this one. */
    public Optional<XPost> included(@Nullable String id) {
        return included.stream().filter(post -> post.id().equals(id)).findFirst();
    }

    /** Whether this post answers, quotes or passes on that one. */
    public boolean refersTo(String id) {
        return Stream.of(repliedTo, quoted, reposted).anyMatch(id::equals);
    }
}
