package dev.heed.messaging;

import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace context as text ({@code 00-<trace id>-<span id>-<flags>}), for what outlives a span: a stored aggregate, an
 * event.
 */
public final class Trace {

    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final HexFormat HEX = HexFormat.of();

    private Trace() {}

    /** The same trace with a new span; a new trace when there is none to go on with, or it cannot be read. */
    public static String continueFrom(@Nullable String traceparent) {
        if (traceparent == null || !isValid(traceparent)) {
            return "00-" + randomHex() + randomHex() + "-" + randomHex() + "-01";
        }
        return traceparent.substring(0, 36) + randomHex() + traceparent.substring(52);
    }

    /**
     * The 32 hex digits of the trace.
     *
     * @throws IllegalArgumentException if this is not a traceparent
     */
    public static String traceId(String traceparent) {
        if (!isValid(traceparent)) {
            throw new IllegalArgumentException("not a W3C traceparent: " + traceparent);
        }
        return traceparent.substring(3, 35);
    }

    /** Whether this is a traceparent of version 00 whose ids are not zero. */
    public static boolean isValid(@Nullable String traceparent) {
        return traceparent != null && FORM.matcher(traceparent).matches();
    }

    /** The trace of an event that came without one: the same for each of its deliveries. */
    static String of(UUID id) {
        return "00-" + HEX.toHexDigits(id.getMostSignificantBits()) + HEX.toHexDigits(id.getLeastSignificantBits())
                + "-" + HEX.toHexDigits(id.getLeastSignificantBits()) + "-00";
    }

    private static String randomHex() {
        long value = ThreadLocalRandom.current().nextLong();
        return HEX.toHexDigits(value == 0 ? 1 : value);
    }
}
