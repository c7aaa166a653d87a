package dev.heed.xsim.fault;

/** What spoils an answer that X has already made; the call has had its effect. */
public sealed interface Spoil {

    /** The first so many items of a 200 are missing, and {@code errors} tells which. */
    record LeavesOut(int items) implements Spoil {}

    /** The connection is closed in the middle of the body. */
    record BreaksOff() implements Spoil {}

    /** The body is no JSON. */
    record Garbles() implements Spoil {}
}
