package dev.heed.routing.ticket;

import dev.heed.web.Cursor;
import java.time.Instant;
import java.util.UUID;

/** Where a ticket stands in a list, whichever order it is in. */
record TicketPlace(int priority, Instant openedAt, UUID id) {

    static final Cursor<TicketPlace> CURSOR = Cursor.ofWords(TicketPlace::words, TicketPlace::parse);

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    static TicketPlace of(TicketRow row) {
        return new TicketPlace(row.decisionPriority, row.openedAt, row.id);
    }

    private String words() {
        return priority + "|" + openedAt + "|" + id;
    }

    private static TicketPlace parse(String words) {
        String[] parts = words.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a place");
        }
        return new TicketPlace(Integer.parseInt(parts[0]), time(parts[1]), UUID.fromString(parts[2]));
    }

    /** A time that the database cannot write is none that we gave out. */
    private static Instant time(String words) {
        Instant time = Instant.parse(words);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException("not a ticket's time");
        }
        return time;
    }
}
