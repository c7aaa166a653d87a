package dev.heed.x;

/** A user of X: {@code id} never changes, {@code username} (the handle, without @) and {@code name} may. */
public record XUser(String id, String username, String name) {}
