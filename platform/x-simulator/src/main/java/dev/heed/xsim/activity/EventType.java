package dev.heed.xsim.activity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of activity that happen on this X. Private ones can be subscribed to only by the user whom they concern, with a token that has
 * the scope.
 */
public enum EventType {
    MENTION("post.mention.create", true, "tweet.read"),
    REPLY("post.reply.create", true, "tweet.read"),
    QUOTE("post.quote.create", true, "tweet.read"),
    CREATE("post.create", false, "tweet.read"),
    DELETE("post.delete", false, "tweet.read"),
    MESSAGE("dm.received", true, "dm.read");

    /** What X knows besides: subscriptions to it are taken and nothing ever comes of them. */
    private static final List<String> QUIET = List.of(
            "profile.update.bio",
            "profile.update.profile_picture",
            "profile.update.banner_picture",
            "profile.update.screenname",
            "profile.update.geo",
            "profile.update.url",
            "profile.update.verified_badge",
            "profile.update.affiliate_badge",
            "profile.update.handle",
            "news.new",
            "follow.follow",
            "follow.unfollow",
            "spaces.start",
            "spaces.end",
            "broadcast.start",
            "broadcast.end",
            "broadcast.chat",
            "chat.received",
            "chat.sent",
            "chat.conversation.join",
            "chat.conversation_join",
            "chat.conversation.member_added",
            "chat.conversation.member_removed",
            "chat.conversation.admin_added",
            "chat.conversation.admin_removed",
            "chat.update.group_name",
            "chat.update.restrictions",
            "dm.sent",
            "dm.indicate_typing",
            "dm.read",
            "post.repost.create",
            "like.create",
            "mute.mute",
            "mute.unmute",
            "block.block",
            "block.unblock");

    private final String wire;
    private final boolean secret;
    private final String scope;

    EventType(String wire, boolean secret, String scope) {
        this.wire = wire;
        this.secret = secret;
        this.scope = scope;
    }

    /** By X's name, such as {@code post.mention.create}. */
    static Optional<EventType> named(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }

    static boolean isKnown(String wire) {
        return named(wire).isPresent() || QUIET.contains(wire);
    }

    /** The scope that a user's token needs to subscribe. */
    static String scope(String wire) {
        if (wire.startsWith("chat.") || wire.startsWith("dm.")) {
            return "dm.read";
        }
        for (String kind : List.of("like", "mute", "block")) {
            if (wire.startsWith(kind + ".")) {
                return kind + ".read";
            }
        }
        return named(wire).map(type -> type.scope).orElse("tweet.read");
    }

    /** Whether only the user concerned may subscribe. */
    static boolean isPrivate(String wire) {
        return named(wire)
                .map(type -> type.secret)
                .orElseGet(() -> !wire.startsWith("profile.") && !wire.startsWith("news."));
    }

    public String wire() {
        return wire;
    }
}
