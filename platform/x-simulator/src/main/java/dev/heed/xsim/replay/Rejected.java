package dev.heed.xsim.replay;

/** A line of the file that cannot be played, and why, in words that say what to mend. */
public record Rejected(int line, String reason) {}
