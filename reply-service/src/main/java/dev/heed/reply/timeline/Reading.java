package dev.heed.reply.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one look at the whole timeline since the intent says of one post. */
public sealed interface Reading {

    /** It is there. */
    record Found(String postId, Instant postedAt) implements Reading {}

    /** The timeline was read to its end and does not show it. */
    record Absent() implements Reading {}

    /** Something is there that may be it: only a person can tell. */
    record Ambiguous(String why) implements Reading {}

    /**
     * The timeline could not be read, so this says nothing.
     *
     * @param until when X lets us look again, if it said so
     */
    record NotRead(String why, @Nullable Instant until) implements Reading {}

    /** X does not accept our token for this timeline, so this says nothing either. */
    record Denied(String why) implements Reading {}
}
