package dev.heed.ingestion.quota;

import dev.heed.x.XPage;
import dev.heed.x.XPost;
import java.util.List;
import java.util.stream.Stream;

/** What X bills for in an answer: each resource once a UTC day. Included authors and parents are not billed. */
public record Reads(List<String> postIds, List<String> userIds, List<String> messageIds) {

    public static final Reads NOTHING = new Reads(List.of(), List.of(), List.of());

    public Reads {
        postIds = List.copyOf(postIds);
        userIds = List.copyOf(userIds);
        messageIds = List.copyOf(messageIds);
    }

    public static Reads posts(List<String> ids) {
        return new Reads(ids, List.of(), List.of());
    }

    /** All posts of a page, also those that could not be read: X bills them. */
    public static Reads page(XPage page) {
        Stream<String> unreadable = page.unreadable().stream().filter(id -> id.matches("\\d{1,19}"));
        return posts(
                Stream.concat(page.posts().stream().map(XPost::id), unreadable).toList());
    }

    public static Reads users(List<String> ids) {
        return new Reads(List.of(), ids, List.of());
    }

    public static Reads messages(List<String> ids) {
        return new Reads(List.of(), List.of(), ids);
    }
}
