package dev.heed.xsim.dialect;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** X tells times by the second, with three zeros. */
public final class XTime {

    private XTime() {}

    /** @param time in a year of four digits */
    public static String text(Instant time) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(24).append(at.getYear());
        two(text.append('-'), at.getMonthValue());
        two(text.append('-'), at.getDayOfMonth());
        two(text.append('T'), at.getHour());
        two(text.append(':'), at.getMinute());
        two(text.append(':'), at.getSecond());
        return text.append(".000Z").toString();
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
