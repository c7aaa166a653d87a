package dev.heed.x;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads X's times, which are RFC 3339 in UTC, to the millisecond: {@code 2026-11-22T01:02:03.000Z}. Of what has an id, the id
 * tells the time as well, and cannot be far from what is said.
 */
final class Times {

    private static final String FORM = "0000-00-00T00:00:00.000Z";

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
    /** Milliseconds of X's first snowflake id after the Unix epoch. */
    private static final long SNOWFLAKE_EPOCH = 1_288_834_974_657L;
    /** Ids below were counted, not minted of the time. */
    private static final long FIRST_SNOWFLAKE = 1L << 40;

    private static final Duration FAR = Duration.ofDays(1);

    private Times() {}

    /** When the post or message of this id was sent: as X says it, unless that is no time or far from the id's own. */
    static Instant sent(String createdAt, String id) {
        return sent(read(createdAt), id);
    }

    static Instant sent(Optional<Instant> told, String id) {
        long number = number(id);
        Instant minted = Instant.ofEpochMilli((number >>> 22) + SNOWFLAKE_EPOCH);
        return told.filter(time -> number < FIRST_SNOWFLAKE
                        || Duration.between(minted, time).abs().compareTo(FAR) <= 0)
                .orElse(minted);
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            return 0; // 19 digits beyond a long: not an id that X gives, and no reason to lose the post
        }
    }

    /** Empty where it is no time between 1970 and 9999. Two for each post of a page: X's own form is read without a formatter. */
    static Optional<Instant> read(String text) {
        try {
            Instant time = isPlain(text) ? plain(text) : Instant.parse(text);
            return Optional.of(time).filter(Times::isPlausible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Databases and calendars end sooner than {@link Instant}. */
    static boolean isPlausible(Instant time) {
        return !time.isBefore(Instant.EPOCH) && !time.isAfter(LAST);
    }

    private static boolean isPlain(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char want = FORM.charAt(i);
            char have = text.charAt(i);
            if (want == '0' ? have < '0' || have > '9' : have != want) {
                return false;
            }
        }
        return true;
    }

    private static Instant plain(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        number(text, 20, 23) * 1_000_000)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
