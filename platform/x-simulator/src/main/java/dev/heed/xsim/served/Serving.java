package dev.heed.xsim.served;

import java.time.Instant;

/** A post was served for the first time. {@code endpoint} is the name that faults use, {@code seq} counts from 1. */
public record Serving(long seq, String postId, String endpoint, Instant at) {}
