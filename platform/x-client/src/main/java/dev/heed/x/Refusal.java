package dev.heed.x;

/** Why X did not do it, told apart mostly by the wording of {@code detail}, since X's 403s share one type. */
public enum Refusal {
    /** The account has said the same already. After an unclear attempt this may mean that the attempt landed. */
    DUPLICATE,
    /** The author of the post to be answered has not mentioned or quoted the account. */
    NOT_SUMMONED,
    /** The post to be answered is deleted or not visible to the account. */
    TARGET_GONE,
    /** More than 280 weighted characters. */
    TOO_LONG,
    /** The money or the month's posts are used up: nothing works until somebody pays or the period ends. */
    CREDITS_DEPLETED,
    /** The token, or the client's own credentials, are not (or no longer) accepted. */
    UNAUTHORIZED,
    /** Any other 403, among them the wrong kind of token for an endpoint. */
    FORBIDDEN,
    /** X knows no such user or post, or shows it to nobody. */
    NOT_FOUND,
    /** {@code since_id} is older than X remembers; the detail names the least id. */
    STALE_SINCE_ID,
    /** The request itself is wrong; for the token endpoint, also a spent code or refresh token. */
    INVALID
}
