package dev.heed.ingestion.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether X tells us of an account by itself.
 *
 * @param on all that we want to be told of is subscribed to, and X takes our address for valid
 * @param why not, in words; while on, what else is not as it should be
 * @param checkedAt when X was last asked
 */
public record WebhookState(boolean on, @Nullable String why, Instant checkedAt) {}
