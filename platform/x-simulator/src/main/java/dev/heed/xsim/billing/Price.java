package dev.heed.xsim.billing;

import dev.heed.xsim.call.Endpoint;
import java.util.Optional;

/**
 * What X asks, in millionths of a dollar: reads per resource in {@code data} (what is included is free), writes per request.
 *
 * <p>Source: docs.x.com/x-api/getting-started/pricing and docs.x.com/x-api/activity/event-pricing, pay-per-use, as of November 2026. A
 * delivered event costs what reading its post or message would.
 */
public enum Price {
    POST_READ(5_000),
    /** Mentions of the account that owns the app, read with its own token. */
    OWN_MENTION(1_000),
    USER_READ(10_000),
    MESSAGE_READ(10_000),
    POST(15_000),
    POST_WITH_URL(200_000),
    /** A reply to somebody who mentions or quotes the account, with or without a URL. */
    SUMMONED_REPLY(10_000),
    MESSAGE(15_000),
    DELETE(10_000);

    private final long micros;

    Price(long micros) {
        this.micros = micros;
    }

    public long micros() {
        return micros;
    }

    /** What one resource or call of an endpoint usually costs; empty when it is free. */
    public static Optional<Price> of(Endpoint endpoint) {
        return Optional.ofNullable(
                switch (endpoint) {
                    case ME, USER, USERS, USER_BY_USERNAME -> USER_READ;
                    case MENTIONS, USER_POSTS, SEARCH_RECENT, POSTS, POST -> POST_READ;
                    case MESSAGES, MESSAGES_WITH, MESSAGE -> MESSAGE_READ;
                    case CREATE_POST -> POST;
                    case DELETE_POST -> DELETE;
                    case SEND_MESSAGE -> MESSAGE;
                    default -> null;
                });
    }

    /** Whether it is asked per resource, and so once a day. */
    boolean isRead() {
        return this == POST_READ || this == OWN_MENTION || this == USER_READ || this == MESSAGE_READ;
    }

    boolean readsPosts() {
        return this == POST_READ || this == OWN_MENTION;
    }

    /** What names a resource of this kind apart from those of other kinds. */
    String kind() {
        return switch (this) {
            case USER_READ -> "user/";
            case MESSAGE_READ -> "message/";
            default -> "post/";
        };
    }
}
