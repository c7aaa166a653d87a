package dev.heed.routing.ticket.life;

/** Somebody who acts on tickets; a lead may also act on those of others. */
public record Person(String name, boolean lead) {}
