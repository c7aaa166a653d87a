package dev.heed.xsim.timeline;

import dev.heed.xsim.dialect.Params;
import dev.heed.xsim.id.Snowflakes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which ids a request asks for: {@code low} exclusive, {@code high} exclusive.
 *
 * <p>On timelines {@code since_id} wins over {@code start_time} and {@code until_id} over {@code end_time}.
 */
public record Bounds(long low, long high) {

    public static final List<String> PARAMETERS = List.of("since_id", "until_id", "start_time", "end_time");

    /** Nothing of X's timelines is older. */
    private static final Instant EARLIEST = Instant.parse("2010-11-06T00:00:00Z");

    public boolean hold(long id) {
        return low < id && id < high;
    }

    static Bounds read(Params params) {
        Optional<Long> since = params.id("since_id");
        Optional<Long> until = params.id("until_id");
        Optional<Instant> start = params.time("start_time");
        Optional<Instant> end = params.time("end_time");
        start.filter(EARLIEST::isAfter).ifPresent(time -> tooEarly(params, "start_time", time));
        end.filter(EARLIEST::isAfter).ifPresent(time -> tooEarly(params, "end_time", time));
        if (since.isPresent() && until.isPresent() && since.get() >= until.get()) {
            params.complain("since_id", since.get().toString(), "'since_id' must be less than 'until_id'.");
        }
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            params.complain("start_time", start.get().toString(), "'start_time' must be earlier than 'end_time'.");
        }
        return of(since, until, start, end);
    }

    private static void tooEarly(Params params, String name, Instant time) {
        params.complain(
                name,
                time.toString(),
                "Invalid '" + name + "':'" + time + "'. '" + name + "' must be on or after " + EARLIEST + ".");
    }

    public static Bounds of(
            Optional<Long> since, Optional<Long> until, Optional<Instant> start, Optional<Instant> end) {
        return new Bounds(
                since.or(() -> start.map(time -> Snowflakes.floor(time) - 1)).orElse(-1L),
                until.or(() -> end.map(Snowflakes::floor)).orElse(Long.MAX_VALUE));
    }
}
