package dev.heed.routing.post;

/** Whether X lets the account answer a post by API, and why. */
public record Answerable(boolean byApi, String why) {}
