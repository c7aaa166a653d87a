package dev.heed.audit.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An account of the company, as every event names it: X user id and handle. */
@RegisterForReflection
record AccountV1(String id, String handle) {}
