package dev.heed.reply.publication;

import java.time.Instant;

/** A lead's word on a publication whose outcome nothing else could tell. */
record Settlement(String who, String why, Instant at) {}
