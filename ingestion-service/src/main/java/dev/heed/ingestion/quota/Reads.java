package dev.heed.ingestion.quota;

import java.util.List;

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

    public static Reads users(List<String> ids) {
        return new Reads(List.of(), ids, List.of());
    }

    public static Reads messages(List<String> ids) {
        return new Reads(List.of(), List.of(), ids);
    }
}
