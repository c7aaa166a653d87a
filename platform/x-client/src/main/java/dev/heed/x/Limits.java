package dev.heed.x;

import dev.heed.x.RateLimit.Layer;
import dev.heed.x.RateLimit.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads X's three layers of limits from the headers of an answer; what cannot be read counts as not said. */
final class Limits {

    /** How long to wait after a 429 that names no time. X's shortest window is 15 minutes, but such a 429 is mostly a burst. */
    static final Duration UNNAMED_WAIT = Duration.ofMinutes(1);

    private static final long LAST_SECOND = 99_999_999_999L;

    /** A Date further off than this is no clock's. */
    private static final Duration MOST_SKEW = Duration.ofDays(1);

    private static final Map<Span, String> LAYERS = new EnumMap<>(Map.of(
            Span.QUARTER_HOUR, "x-rate-limit",
            Span.USER_DAY, "x-user-limit-24hour",
            Span.APP_DAY, "x-app-limit-24hour"));

    private Limits() {}

    /** The layer that binds. */
    static RateLimit binding(Reply reply, Instant now) {
        List<Layer> told = layers(reply, now).toList();
        boolean only = told.size() == 1 && told.getFirst().span() == Span.QUARTER_HOUR;
        return told.stream()
                .min(Comparator.comparingDouble(layer -> layer.sustainable(now)))
                .map(layer -> new RateLimit(layer.limit(), layer.remaining(), layer.reset(), only ? List.of() : told))
                .orElse(RateLimit.UNKNOWN);
    }

    /** When a 429 ends: the last reset among the spent layers, else the nearest hint, else {@link #UNNAMED_WAIT}. */
    static Instant end(Reply reply, Instant now) {
        Instant soonest = now.plusSeconds(1);
        Instant end = layers(reply, now)
                .filter(limit -> limit.remaining() <= 0)
                .map(Layer::reset)
                .max(Comparator.naturalOrder())
                .or(() -> layers(reply, now).map(Layer::reset).findFirst())
                .or(() -> number(reply.header("retry-after"))
                        .filter(seconds ->
                                seconds >= 0 && seconds <= Duration.ofDays(1).toSeconds())
                        .map(now::plusSeconds))
                .orElse(now.plus(UNNAMED_WAIT));
        return end.isBefore(soonest) ? soonest : end;
    }

    private static Stream<Layer> layers(Reply reply, Instant now) {
        Duration ahead = ahead(reply, now);
        return LAYERS.entrySet().stream()
                .flatMap(layer -> layer(reply, layer.getKey(), layer.getValue(), ahead).stream());
    }

    private static Optional<Layer> layer(Reply reply, Span span, String name, Duration ahead) {
        Optional<Integer> limit = number(reply.header(name + "-limit")).map(Limits::toInt);
        Optional<Integer> remaining = number(reply.header(name + "-remaining")).map(Limits::toInt);
        Optional<Instant> reset = number(reply.header(name + "-reset")).flatMap(Limits::instant);
        if (limit.isEmpty() || remaining.isEmpty() || reset.isEmpty() || limit.get() < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Layer(span, limit.get(), remaining.get(), reset.get().plus(ahead)));
    }

    /**
     * How far our clock is ahead of X's, at least: X's clock is cut to the second and older by the answer's way, so a reset
     * that is moved by this is never too early.
     */
    private static Duration ahead(Reply reply, Instant now) {
        String date = reply.header("date");
        if (date == null) {
            return Duration.ZERO;
        }
        try {
            Instant theirs = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            Duration ahead = Duration.between(theirs, now);
            return ahead.abs().compareTo(MOST_SKEW) > 0 ? Duration.ZERO : ahead;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
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

    /** A time that can be added to; X's are a few hours from now. */
    private static Optional<Instant> instant(long epochSecond) {
        return epochSecond < 0 || epochSecond > LAST_SECOND
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(epochSecond));
    }
}
