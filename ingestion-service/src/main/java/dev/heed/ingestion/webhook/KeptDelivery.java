package dev.heed.ingestion.webhook;

import dev.heed.x.XActivity;

/**
 * A delivery that waits to be worked.
 *
 * @param position its place in the order of arrival
 * @param attempts how often it was tried
 */
record KeptDelivery(long position, int attempts, XActivity activity) {

    /** Tells everything but what was said. */
    @Override
    public String toString() {
        return "KeptDelivery[" + position + "]";
    }
}
