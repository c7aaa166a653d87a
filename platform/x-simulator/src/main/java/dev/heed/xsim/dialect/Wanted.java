package dev.heed.xsim.dialect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which fields and expansions a request asked for, in its dialect. */
public record Wanted(
        Dialect dialect,
        Set<String> post,
        Set<String> user,
        Set<String> message,
        Set<String> expansions,
        Set<String> media,
        Set<String> poll) {

    private static final List<String> ATTACHED = List.of("media.fields", "poll.fields", "place.fields");

    /** The parameters that choose what is shown of posts, for a list of those allowed. */
    public static List<String> ofPosts(Dialect dialect) {
        List<String> names = new ArrayList<>(List.of(dialect.fieldsParameter(), "expansions", "user.fields"));
        names.addAll(ATTACHED);
        return names;
    }

    public static List<String> ofUsers(Dialect dialect) {
        return List.of("user.fields", "expansions", dialect.fieldsParameter());
    }

    public static List<String> ofMessages(Dialect dialect) {
        return List.of("dm_event.fields", "expansions", "user.fields", dialect.fieldsParameter(), "media.fields");
    }

    public static Wanted posts(Params params) {
        return read(params, params.dialect().postExpansions());
    }

    public static Wanted users(Params params) {
        return read(params, params.dialect().userExpansions());
    }

    public static Wanted messages(Params params) {
        return read(params, params.dialect().messageExpansions());
    }

    /** All that is public, as X sends it where nobody can ask. */
    public static Wanted everything(Dialect dialect) {
        Set<String> expansions = new LinkedHashSet<>(dialect.postExpansions());
        expansions.addAll(dialect.messageExpansions());
        return new Wanted(
                dialect,
                new LinkedHashSet<>(dialect.postFields()),
                new LinkedHashSet<>(dialect.userFields()),
                new LinkedHashSet<>(dialect.messageFields()),
                expansions,
                new LinkedHashSet<>(Vocabulary.MEDIA_FIELDS),
                new LinkedHashSet<>(Vocabulary.POLL_FIELDS));
    }

    private static Wanted read(Params params, List<String> expansions) {
        Dialect dialect = params.dialect();
        return new Wanted(
                dialect,
                params.some(dialect.fieldsParameter(), dialect.postFields()),
                params.some("user.fields", dialect.userFields()),
                params.some("dm_event.fields", dialect.messageFields()),
                params.some("expansions", expansions),
                params.some("media.fields", Vocabulary.MEDIA_FIELDS),
                params.some("poll.fields", Vocabulary.POLL_FIELDS));
    }

    public boolean expands(String expansion) {
        return expansions.contains(expansion);
    }

    /** Whether a field of a post is shown that the older dialect asks for by field or expansion and the newer one by expansion. */
    public boolean shows(String field) {
        return post.contains(field) || expansions.contains(field);
    }

    public boolean expandsReferences() {
        return expands("referenced_posts") || expands("referenced_tweets.id") || expandsReferenceAuthors();
    }

    /** The newer dialect has no expansion of their own for the authors of included posts: {@code author_id} is for all. */
    public boolean expandsReferenceAuthors() {
        return expands("referenced_tweets.id.author_id") || (expands("referenced_posts") && expands("author_id"));
    }

    public boolean expandsReferenceMedia() {
        return expands("referenced_tweets.id.attachments.media_keys")
                || (expands("referenced_posts") && expands("attachments.media_keys"));
    }

    public boolean expandsVersions() {
        return expands(dialect.editHistory());
    }

    /** The name of the expansion that includes the posts that a post refers to. */
    public String referenceExpansion() {
        return dialect == Dialect.POSTS ? "referenced_posts" : "referenced_tweets.id";
    }

    public boolean showsReferences() {
        return shows(dialect.references()) || expandsReferences();
    }
}
