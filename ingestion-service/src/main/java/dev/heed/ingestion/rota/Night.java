package dev.heed.ingestion.rota;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The hours in which hardly anybody writes. They may go over midnight; none where they begin as they end. */
record Night(LocalTime from, LocalTime to, ZoneId zone) {

    static final Night NONE = new Night(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneId.of("UTC"));

    /** @param hours as in {@code 22:00-06:00}; IllegalArgumentException if they cannot be read */
    static Night of(Optional<String> hours, ZoneId zone) {
        return hours.map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> read(text, zone))
                .orElse(NONE);
    }

    boolean covers(Instant at) {
        LocalTime time = LocalTime.ofInstant(at, zone);
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
    }

    private static Night read(String hours, ZoneId zone) {
        int dash = hours.indexOf('-');
        try {
            return new Night(
                    LocalTime.parse(hours.substring(0, Math.max(0, dash)).strip()),
                    LocalTime.parse(hours.substring(dash + 1).strip()),
                    zone);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "HEED_INGESTION_NIGHT (heed.ingestion.night) must be hours, such as 22:00-06:00, not '" + hours
                            + "'",
                    e);
        }
    }
}
