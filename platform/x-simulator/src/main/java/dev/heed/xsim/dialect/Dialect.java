package dev.heed.xsim.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of the two vocabularies of X's API v2: {@code POSTS} is that of document 2.167, {@code TWEETS} that of 2.166 and before.
 *
 * <p>The newer one renamed tweets to posts in parameters and fields, and made author and references expansions.
 */
public enum Dialect {
    POSTS("post", "https://api.x.com/2/problems/", "repost_count"),
    TWEETS("tweet", "https://api.twitter.com/2/problems/", "retweet_count");

    private final String noun;
    private final String problems;
    private final String repostCount;

    Dialect(String noun, String problems, String repostCount) {
        this.noun = noun;
        this.problems = problems;
        this.repostCount = repostCount;
    }

    /**
     * The vocabulary that a request speaks, told by the names of its parameters and by values that only one dialect has.
     *
     * @param query the query parameters of the request
     * @param otherwise when nothing tells
     */
    public static Dialect of(Map<String, List<String>> query, Dialect otherwise) {
        for (Dialect dialect : values()) {
            if (query.containsKey(dialect.fieldsParameter())) {
                return dialect;
            }
        }
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            Set<String> posts = Vocabulary.values(POSTS, parameter.getKey());
            Set<String> tweets = Vocabulary.values(TWEETS, parameter.getKey());
            for (String value : String.join(",", parameter.getValue()).split(",", -1)) {
                if (posts.contains(value) != tweets.contains(value)) {
                    return posts.contains(value) ? POSTS : TWEETS;
                }
            }
        }
        return otherwise;
    }

    public String fieldsParameter() {
        return noun + ".fields";
    }

    /** What it calls a post. */
    public String noun() {
        return noun;
    }

    public String references() {
        return "referenced_" + noun + "s";
    }

    public String editHistory() {
        return "edit_history_" + noun + "_ids";
    }

    public String included() {
        return noun + "s";
    }

    public String postCount() {
        return noun + "_count";
    }

    public String repostCount() {
        return repostCount;
    }

    /** The URI of a type of problem. */
    public String problem(String slug) {
        return problems + slug;
    }

    public List<String> postFields() {
        return this == POSTS ? Vocabulary.POST_FIELDS : Vocabulary.TWEET_FIELDS;
    }

    public List<String> postExpansions() {
        return this == POSTS ? Vocabulary.POST_EXPANSIONS : Vocabulary.TWEET_EXPANSIONS;
    }

    public List<String> userFields() {
        return this == POSTS ? Vocabulary.USER_FIELDS : Vocabulary.OLD_USER_FIELDS;
    }

    public List<String> userExpansions() {
        return this == POSTS ? Vocabulary.USER_EXPANSIONS : Vocabulary.OLD_USER_EXPANSIONS;
    }

    public List<String> messageFields() {
        return this == POSTS ? Vocabulary.MESSAGE_FIELDS : Vocabulary.OLD_MESSAGE_FIELDS;
    }

    public List<String> messageExpansions() {
        return this == POSTS ? Vocabulary.MESSAGE_EXPANSIONS : Vocabulary.OLD_MESSAGE_EXPANSIONS;
    }
}
