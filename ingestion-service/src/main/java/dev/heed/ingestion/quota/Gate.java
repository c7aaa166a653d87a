package dev.heed.ingestion.quota;

import dev.heed.x.RateLimit;
import dev.heed.x.RateLimit.Layer;
import dev.heed.x.RateLimit.Span;
import dev.heed.x.XAnswer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets no more calls through than X allows, over all of its layers: 15 minutes of a token, a day of a user, a day of the
 * app.
 *
 * <p>What is learnt is learnt from answers; other processes' calls become known by them too. Safe for use by several
 * threads.
 */
final class Gate {

    private static final String ALL = "*";

    private final Map<Key, Window> windows = new HashMap<>();
    private long calls;

    private record Key(Endpoint endpoint, Span span, String scope) {}

    /** Lets a call begin if it may; whatever is granted must be handed back with {@link #settle}. */
    synchronized Pass admit(Ask ask, Instant now) {
        List<Window> over = over(ask).toList();
        Optional<Instant> spent = over.stream()
                .map(window -> window.closedUntil(now))
                .filter(until -> until.isAfter(now))
                .max(Comparator.naturalOrder());
        if (spent.isPresent()) {
            return new Pass.Spent(spent.get());
        }
        if (over.stream().anyMatch(window -> window.isBusy(now))) {
            return new Pass.Busy();
        }
        over.forEach(Window::begin);
        return new Pass.Granted(ask, calls++);
    }

    /** Takes a call back with what X said. */
    synchronized void settle(Pass.Granted pass, XAnswer<?> answer, Instant now) {
        for (Span span : Span.values()) {
            Window window = window(pass.ask(), span);
            switch (answer) {
                case XAnswer.Given<?>(var _, RateLimit limit) ->
                    layer(limit, span)
                            .ifPresentOrElse(
                                    layer -> window.told(pass.number(), layer, now), () -> window.silent(calls, now));
                case XAnswer.Limited<?>(Instant until, var _)
                when span == Span.QUARTER_HOUR -> window.refused(until, now);
                case XAnswer.Limited<?> _, XAnswer.Refused<?> _, XAnswer.Unclear<?> _ -> window.untold(calls);
            }
        }
    }

    synchronized Quota of(Endpoint endpoint, TokenKey token, Instant now) {
        Instant closed = Instant.EPOCH;
        Quota binding = Quota.UNKNOWN;
        for (Span span : Span.values()) {
            Window window = windows.get(key(endpoint, token, span));
            if (window != null) {
                Quota shown = window.show(now);
                closed = shown.closedUntil().isAfter(closed) ? shown.closedUntil() : closed;
                binding = shown.isKnown() && (!binding.isKnown() || shown.left() < binding.left()) ? shown : binding;
            }
        }
        return new Quota(binding.limit(), binding.left(), binding.resetsAt(), closed);
    }

    synchronized void forget() {
        windows.clear();
    }

    private Stream<Window> over(Ask ask) {
        return Stream.of(Span.values()).map(span -> window(ask, span));
    }

    private Window window(Ask ask, Span span) {
        return windows.computeIfAbsent(
                key(ask.endpoint(), ask.token(), span),
                fresh -> new Window(ask.endpoint().publishedLimit(ask.token()), span == Span.QUARTER_HOUR));
    }

    private static Key key(Endpoint endpoint, TokenKey token, Span span) {
        return new Key(endpoint, span, span == Span.APP_DAY ? ALL : token.word());
    }

    private static Optional<Layer> layer(RateLimit limit, Span span) {
        return limit.told().stream().filter(layer -> layer.span() == span).findFirst();
    }
}
