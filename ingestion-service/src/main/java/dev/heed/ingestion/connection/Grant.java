package dev.heed.ingestion.connection;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection with its tokens, opened: on its way to X and nowhere else.
 *
 * @param access empty once the right has ended
 * @param refresh absent where X gave none, and once the right has ended
 * @param version of the row that it was read from
 * @param renewedAt when X gave these tokens
 */
record Grant(Connection connection, String access, @Nullable String refresh, long version, Instant renewedAt) {

    /** A token that ends within this time is renewed first: while X does not answer, the old one still serves. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** Whether it is time to renew the access token: short-lived ones are renewed in the last quarter of their life. */
    boolean isStale(Instant now) {
        Duration quarter =
                Duration.between(renewedAt, connection.expiresAt()).dividedBy(4).abs();
        Duration margin = quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN;
        return connection.expiresAt().minus(margin).isBefore(now);
    }

    /** Whether the access token is of no use any more. */
    boolean isOver(Instant now) {
        return !connection.expiresAt().isAfter(now);
    }

    @Override
    public String toString() {
        return "Grant[" + connection.account() + "]";
    }
}
