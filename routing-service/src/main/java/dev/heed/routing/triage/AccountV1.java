package dev.heed.routing.triage;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The account that an event is about. */
@RegisterForReflection
record AccountV1(String id, String handle) {}
