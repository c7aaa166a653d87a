package dev.heed.local.api;

import dev.heed.local.HeedFailure;
import java.time.Duration;

/** Growing pauses between two looks at something that is not there yet: from a tenth of a second to one. */
public final class Backoff {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private Duration next = Duration.ofMillis(100);

    public void pause() {
        try {
            Thread.sleep(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted.", e);
        }
        Duration longer = next.multipliedBy(3).dividedBy(2);
        next = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    }
}
