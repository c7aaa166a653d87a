package dev.heed.messaging;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers by RFC 9562, version 7: sortable by the millisecond in which they were made.
 *
 * <p>Within one process they also rise within a millisecond: the twelve bits after the time count, and borrow from the
 * next millisecond when they are used up.
 */
public final class UuidV7 {

    // Made on first use: a native executable would keep the state that it was built with.
    private static volatile @Nullable SecureRandom random;
    private static final AtomicLong LAST = new AtomicLong();

    private UuidV7() {}

    /** A new identifier, greater than every one before it in this process. */
    public static UUID next() {
        return next(Clock.systemUTC());
    }

    static UUID next(Clock clock) {
        long now = clock.millis() << 12;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (tick >>> 12 << 16) | 0x7000L | (tick & 0xFFF);
        long low = (random().nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** Two threads that come first together make two; either will do. */
    private static SecureRandom random() {
        SecureRandom made = random;
        if (made == null) {
            made = new SecureRandom();
            random = made;
        }
        return made;
    }
}
