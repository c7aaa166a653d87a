package dev.heed.reply.guard;

/**
 * Where in the text something was found: {@code start} inclusive, {@code end} exclusive, in UTF-16 code units, as a
 * browser counts them.
 */
public record Span(int start, int end) {}
