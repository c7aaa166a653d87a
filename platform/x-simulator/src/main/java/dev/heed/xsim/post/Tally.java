package dev.heed.xsim.post;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often posts were answered, quoted and reposted, and how many each author has: without the deleted, an edited one once. */
public final class Tally {

    private final Map<PostId, Integer> replies = new HashMap<>();
    private final Map<PostId, Integer> quotes = new HashMap<>();
    private final Map<PostId, Integer> reposts = new HashMap<>();
    private final Map<UserId, Integer> posts = new HashMap<>();

    /** @param by 1 for a post that is new, -1 for one that is deleted */
    void count(Post post, int by, Posts all) {
        posts.merge(post.author(), by, Integer::sum);
        count(replies, post.inReplyTo(), by, all);
        count(quotes, post.quotes(), by, all);
        count(reposts, post.reposts(), by, all);
    }

    public int replies(Post post) {
        return replies.getOrDefault(post.origin(), 0);
    }

    public int quotes(Post post) {
        return quotes.getOrDefault(post.origin(), 0);
    }

    public int reposts(Post post) {
        return reposts.getOrDefault(post.origin(), 0);
    }

    int posts(UserId author) {
        return posts.getOrDefault(author, 0);
    }

    void forget() {
        replies.clear();
        quotes.clear();
        reposts.clear();
        posts.clear();
    }

    private static void count(Map<PostId, Integer> tally, @Nullable PostId of, int by, Posts all) {
        if (of != null) {
            tally.merge(all.origin(of), by, Integer::sum);
        }
    }
}
