package dev.heed.routing.ticket;

/** One of the company's accounts on X. */
public record Account(String id, String handle) {}
