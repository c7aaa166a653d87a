package dev.heed.ingestion.mention;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The watch that found a post, under the name that it had then. */
@RegisterForReflection
public record Watched(String id, String name) {}
