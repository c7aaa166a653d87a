package dev.heed.routing.assignment;

/** Who shall own a ticket, and by which rule. */
public record Assignment(String owner, String why) {}
