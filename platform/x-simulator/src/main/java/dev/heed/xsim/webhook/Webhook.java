package dev.heed.xsim.webhook;

import java.time.Instant;

/** An address to which X pushes; only while {@code valid}. {@code validatedAt} is when it last passed the challenge. */
public record Webhook(long id, String url, boolean valid, Instant createdAt, Instant validatedAt) {

    Webhook judged(boolean passed, Instant at) {
        return new Webhook(id, url, passed, createdAt, passed ? at : validatedAt);
    }
}
