package dev.heed.xsim.post.sight;

/** What somebody gets who asks for a post by its id. */
public enum Seen {
    SHOWN,
    /** As if it had never been: deleted, its author gone, or not there yet. */
    GONE,
    /** It is there, but not for everybody: its author is protected or suspended. */
    FORBIDDEN
}
