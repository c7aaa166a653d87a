package dev.heed.routing.post;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Who wrote to us, as X knows them. */
@RegisterForReflection
public record Customer(String id, String handle, String name) {}
