package dev.heed.xsim.call;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * X's endpoints as far as the simulator has them, with X's limits: calls in fifteen minutes by user and by app, posts and messages in
 * a day, and the OAuth scopes that each asks for. A limit of 0 means none.
 */
public enum Endpoint {
    AUTHORIZE("authorize", Access.OPEN, 0, 0, 0, 0),
    TOKEN("token", Access.OPEN, 0, 0, 0, 0),
    ME("me", Access.USER, 75, 0, 0, 0, "tweet.read", "users.read"),
    USER("user", Access.ANY, 900, 300, 0, 0, "tweet.read", "users.read"),
    USERS("users", Access.ANY, 900, 300, 0, 0, "tweet.read", "users.read"),
    USER_BY_USERNAME("userByUsername", Access.ANY, 900, 300, 0, 0, "tweet.read", "users.read"),
    MENTIONS("mentions", Access.ANY, 300, 450, 0, 0, "tweet.read", "users.read"),
    USER_POSTS("userPosts", Access.ANY, 900, 10_000, 0, 0, "tweet.read", "users.read"),
    SEARCH_RECENT("searchRecent", Access.ANY, 300, 450, 0, 0, "tweet.read", "users.read"),
    POSTS("posts", Access.ANY, 5_000, 3_500, 0, 0, "tweet.read", "users.read"),
    POST("post", Access.ANY, 5_000, 3_500, 0, 0, "tweet.read", "users.read"),
    CREATE_POST("createPost", Access.USER, 100, 0, 0, 10_000, "tweet.read", "tweet.write", "users.read"),
    DELETE_POST("deletePost", Access.USER, 50, 0, 0, 0, "tweet.read", "tweet.write", "users.read"),
    SEND_MESSAGE("sendMessage", Access.USER, 15, 0, 1_440, 0, "dm.write", "tweet.read", "users.read"),
    MESSAGES("messages", Access.USER, 15, 0, 0, 0, "dm.read", "tweet.read", "users.read"),
    MESSAGES_WITH("messagesWith", Access.USER, 15, 0, 0, 0, "dm.read", "tweet.read", "users.read"),
    MESSAGE("message", Access.USER, 15, 0, 0, 0, "dm.read", "tweet.read", "users.read"),
    CREATE_WEBHOOK("createWebhook", Access.APP, 0, 450, 0, 0),
    WEBHOOKS("webhooks", Access.APP, 0, 450, 0, 0),
    VALIDATE_WEBHOOK("validateWebhook", Access.APP, 0, 450, 0, 0),
    DELETE_WEBHOOK("deleteWebhook", Access.APP, 0, 450, 0, 0),
    REPLAY_WEBHOOK("replayWebhook", Access.APP, 0, 100, 0, 0),
    CREATE_SUBSCRIPTION("createSubscription", Access.ANY, 500, 500, 0, 0),
    SUBSCRIPTIONS("subscriptions", Access.ANY, 500, 500, 0, 0, "like.read", "tweet.read"),
    UPDATE_SUBSCRIPTION("updateSubscription", Access.APP, 0, 500, 0, 0),
    DELETE_SUBSCRIPTION("deleteSubscription", Access.APP, 0, 500, 0, 0),
    DELETE_SUBSCRIPTIONS("deleteSubscriptions", Access.APP, 0, 500, 0, 0),
    USAGE("usage", Access.APP, 0, 50, 0, 0);

    /** Whose token opens an endpoint. */
    public enum Access {
        /** Nobody's: no token is looked at. */
        OPEN,
        /** A user's only; an app-only token is refused. */
        USER,
        /** The app's only; a user's token is refused. */
        APP,
        /** A user's or the app's. */
        ANY
    }

    private final String calledName;
    private final Access access;
    private final int userWindow;
    private final int appWindow;
    private final int userDay;
    private final int appDay;
    private final String scopes;

    Endpoint(
            String calledName,
            Access access,
            int userWindow,
            int appWindow,
            int userDay,
            int appDay,
            String... scopes) {
        this.calledName = calledName;
        this.access = access;
        this.userWindow = userWindow;
        this.appWindow = appWindow;
        this.userDay = userDay;
        this.appDay = appDay;
        this.scopes = String.join(" ", scopes);
    }

    /** By the name that faults use, such as {@code createPost}. */
    public static Optional<Endpoint> named(String name) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.calledName.equals(name))
                .findFirst();
    }

    public String calledName() {
        return calledName;
    }

    /** Whether its {@code data} are posts. */
    public boolean readsPosts() {
        return switch (this) {
            case MENTIONS, USER_POSTS, SEARCH_RECENT, POSTS, POST -> true;
            default -> false;
        };
    }

    public Access access() {
        return access;
    }

    public int userWindow() {
        return userWindow;
    }

    public int appWindow() {
        return appWindow;
    }

    public int userDay() {
        return userDay;
    }

    public int appDay() {
        return appDay;
    }

    public List<String> scopes() {
        return scopes.isEmpty() ? List.of() : List.of(scopes.split(" ", -1));
    }
}
