package dev.heed.badname.ticket;

/** Does what? */
final class TicketManager {}
