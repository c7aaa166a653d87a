package dev.heed.ingestion.mention;

/** A mention and its place in the order of hearing. */
record StoredMention(long position, Mention mention) {}
