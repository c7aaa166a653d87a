package dev.heed.ingestion.health;

import dev.heed.ingestion.subscription.WebhookState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How X delivers of an account by itself.
 *
 * @param state on, off, or none where it was never asked to
 */
record Delivery(
        String state, @Nullable String why, @Nullable Instant lastAt) {

    static final Delivery NONE = new Delivery("none", null, null);

    static Delivery of(Optional<WebhookState> state, @Nullable Instant lastAt) {
        return state.map(seen -> new Delivery(seen.on() ? "on" : "off", seen.why(), lastAt))
                .orElseGet(() -> new Delivery("none", null, lastAt));
    }
}
