package dev.heed.routing.post;

/** One of the company's accounts on X. */
public record Account(String id, String handle) {}
