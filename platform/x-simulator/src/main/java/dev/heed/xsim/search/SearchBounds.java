package dev.heed.xsim.search;

import dev.heed.xsim.dialect.Params;
import dev.heed.xsim.id.Snowflakes;
import dev.heed.xsim.timeline.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Which ids a search asks for. Unlike on timelines, an id and a time exclude each other, and what is older than seven days is refused
 * rather than cut, naming the least id that will do.
 */
final class SearchBounds {

    private static final Duration REACH = Duration.ofDays(7);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);

    private SearchBounds() {}

    static Bounds read(Params params, Instant now) {
        Optional<Long> since = params.id("since_id");
        Optional<Long> until = params.id("until_id");
        Optional<Instant> start = params.time("start_time");
        Optional<Instant> end = params.time("end_time");
        Instant oldest = now.minus(REACH);
        long least = Snowflakes.floor(oldest);
        boolean ids = since.isPresent() || until.isPresent();
        if (ids && (start.isPresent() || end.isPresent())) {
            String culprit = since.isPresent() ? "since_id" : "until_id";
            params.complain(
                    culprit,
                    since.or(() -> until).map(Object::toString).orElse(""),
                    "Invalid use of 'since_id' or 'until_id' in conjunction with 'start_time' or 'end_time'.");
        } else {
            since.filter(id -> id < least)
                    .ifPresent(id -> params.complain(
                            "since_id",
                            id.toString(),
                            "'since_id' must be a tweet id created after " + TO_THE_MINUTE.format(oldest)
                                    + ". Please use a 'since_id' that is larger than " + least));
            start.filter(time -> time.isBefore(oldest))
                    .ifPresent(time -> params.complain(
                            "start_time",
                            time.toString(),
                            "Invalid 'start_time':'" + TO_THE_MINUTE.format(time)
                                    + "'. 'start_time' must be on or after " + TO_THE_MINUTE.format(oldest) + "."));
            end.filter(time -> time.isAfter(now.minus(FRESH)))
                    .ifPresent(time -> params.complain(
                            "end_time",
                            time.toString(),
                            "Invalid 'end_time':'" + time
                                    + "'. 'end_time' must be a minimum of 10 seconds prior to the request time."));
        }
        if (since.isPresent() && until.isPresent() && since.get() >= until.get()) {
            params.complain("since_id", since.get().toString(), "'since_id' must be less than 'until_id'.");
        }
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            params.complain("start_time", start.get().toString(), "'start_time' must be earlier than 'end_time'.");
        }
        Bounds asked = Bounds.of(since, until, start, end);
        return new Bounds(Math.max(asked.low(), least - 1), Math.max(asked.high(), least));
    }
}
