package dev.heed.xsim.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that a webhook is to be told: the body as it goes over the wire.
 *
 * @param subject the id of the post or message that it is about
 */
public record Activity(
        long uuid, long webhook, String eventType, @Nullable String subject, Instant at, String body) {}
