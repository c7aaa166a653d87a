package dev.heed.messaging.lease;

import java.time.Instant;

/**
 * The right to act alone under a name until it expires.
 *
 * @param holder the process that holds it
 * @param epoch rises with every new holder; whoever writes under a lease writes its epoch too, so that a late writer is
 *     recognised
 * @param expiresAt by the database's clock
 */
public record Lease(String name, String holder, long epoch, Instant expiresAt) {}
