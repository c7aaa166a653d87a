package dev.heed.routing.post;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One of the company's accounts on X. */
@RegisterForReflection
public record Account(String id, String handle) {}
