package dev.heed.x;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads X's times, which are RFC 3339 in UTC, to the millisecond: {@code 2026-11-22T01:02:03.000Z}. */
final class Times {

    private static final String FORM = "0000-00-00T00:00:00.000Z";

    private Times() {}

    /** Empty where it is no time. Two for each post of a page: X's own form is read without a formatter. */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(isPlain(text) ? plain(text) : Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
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
