package dev.heed.xsim.post.sight;

/** Where posts are shown. What somebody posted is a matter of {@code LOOKUP}: there it appears as by its id. */
public enum Place {
    MENTIONS,
    SEARCH,
    LOOKUP
}
