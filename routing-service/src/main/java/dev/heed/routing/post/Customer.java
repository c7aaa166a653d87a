package dev.heed.routing.post;

/** Who wrote to us, as X knows them. */
public record Customer(String id, String handle, String name) {}
