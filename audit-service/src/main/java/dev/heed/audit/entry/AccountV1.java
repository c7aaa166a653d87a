package dev.heed.audit.entry;

/** An account of the company, as every event names it: X user id and handle. */
record AccountV1(String id, String handle) {}
