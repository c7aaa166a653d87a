package dev.heed.x;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads X's three layers of limits from the headers of an answer; what cannot be read counts as not said. */
final class Limits {

    /** How long to wait after a 429 that names no time. X's shortest window is 15 minutes, but such a 429 is mostly a burst. */
    static final Duration UNNAMED_WAIT = Duration.ofMinutes(1);

    private static final List<String> LAYERS = List.of("x-rate-limit", "x-user-limit-24hour", "x-app-limit-24hour");

    private Limits() {}

    /** The layer that binds. */
    static RateLimit binding(Reply reply, Instant now) {
        return layers(reply)
                .min(Comparator.comparingDouble(limit -> limit.sustainable(now)))
                .orElse(RateLimit.UNKNOWN);
    }

    /** When a 429 ends: the last reset among the spent layers, else the nearest hint, else {@link #UNNAMED_WAIT}. */
    static Instant end(Reply reply, Instant now) {
        Instant soonest = now.plusSeconds(1);
        Instant end = layers(reply)
                .filter(limit -> limit.remaining() <= 0)
                .map(RateLimit::reset)
                .max(Comparator.naturalOrder())
                .or(() -> layers(reply).map(RateLimit::reset).findFirst())
                .or(() -> number(reply.header("retry-after"))
                        .filter(seconds ->
                                seconds >= 0 && seconds <= Duration.ofDays(1).toSeconds())
                        .map(now::plusSeconds))
                .orElse(now.plus(UNNAMED_WAIT));
        return end.isBefore(soonest) ? soonest : end;
    }

    private static Stream<RateLimit> layers(Reply reply) {
        return LAYERS.stream().flatMap(layer -> layer(reply, layer).stream());
    }

    private static Optional<RateLimit> layer(Reply reply, String name) {
        Optional<Integer> limit = number(reply.header(name + "-limit")).map(Limits::toInt);
        Optional<Integer> remaining = number(reply.header(name + "-remaining")).map(Limits::toInt);
        Optional<Instant> reset = number(reply.header(name + "-reset")).flatMap(Limits::instant);
        if (limit.isEmpty() || remaining.isEmpty() || reset.isEmpty() || limit.get() < 0) {
            return Optional.empty();
        }
        return Optional.of(new RateLimit(limit.get(), remaining.get(), reset.get()));
    }

    private static int toInt(long value) {
        return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static Optional<Long> number(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(long epochSecond) {
        try {
            return Optional.of(Instant.ofEpochSecond(epochSecond));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
