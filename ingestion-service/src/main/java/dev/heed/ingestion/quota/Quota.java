package dev.heed.ingestion.quota;

import java.time.Instant;

/**
 * What is known of an endpoint's limit at one moment: of its layers, that which binds.
 *
 * @param limit calls in a window; -1 if nothing is known
 * @param left calls that may still begin in this window; -1 if nothing is known
 * @param resetsAt when the window ends; {@link Instant#EPOCH} if nothing is known
 * @param closedUntil before this time asking cannot help
 */
public record Quota(int limit, int left, Instant resetsAt, Instant closedUntil) {

    public static final Quota UNKNOWN = new Quota(-1, -1, Instant.EPOCH, Instant.EPOCH);

    public boolean isKnown() {
        return left >= 0;
    }

    public boolean isOpen(Instant now) {
        return !now.isBefore(closedUntil);
    }
}
