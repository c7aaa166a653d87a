package dev.heed.ingestion.watch;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a watch is listened to. */
enum WatchStatus {
    ACTIVE,
    /** Somebody said: not now. */
    PAUSED,
    /** X does not take its query any more. Asked again every minute. */
    REFUSED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean listens() {
        return this != PAUSED;
    }

    static Optional<WatchStatus> of(String word) {
        return Stream.of(values()).filter(status -> status.word().equals(word)).findFirst();
    }
}
