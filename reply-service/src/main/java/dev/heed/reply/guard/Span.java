package dev.heed.reply.guard;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where in the text something was found: {@code start} inclusive, {@code end} exclusive, in UTF-16 code units, as a
 * browser counts them.
 */
@RegisterForReflection
public record Span(int start, int end) {}
