package dev.heed.xsim.dialect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shapes in which X was seen to word one status; a client must understand each. */
public enum ErrorShape {
    /** 429 as a problem, the usual one. */
    PROBLEM(429),
    /** 429 as a list of coded errors, X's older one. */
    ERRORS(429),
    /** 429 when the month's posts are read. */
    USAGE_CAPPED(429),
    /** 402, the usual one. */
    CREDITS(402),
    /** 402, shorter. */
    CREDITS_DEPLETED(402),
    /** 403 that says no more than that; seen for direct messages. */
    NOT_PERMITTED(403),
    /** 400: the since_id is older than seven days. The least id that would do is named. */
    STALE_SINCE_ID(400);

    private final int status;

    ErrorShape(int status) {
        this.status = status;
    }

    /** By its name in lower case with hyphens. */
    public static Optional<ErrorShape> named(String name) {
        return Arrays.stream(values())
                .filter(shape -> shape.written().equals(name))
                .findFirst();
    }

    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    /** @param leastId the least since_id that X would take */
    public XProblem problem(Dialect dialect, long leastId) {
        return switch (this) {
            case PROBLEM -> XProblem.tooManyRequests();
            case ERRORS -> XProblem.rateLimitExceeded();
            case USAGE_CAPPED -> XProblem.usageCapExceeded(dialect);
            case CREDITS -> XProblem.creditsDepleted();
            case CREDITS_DEPLETED -> XProblem.creditsDepletedPlainly();
            case NOT_PERMITTED -> {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                yield new XProblem(403, body.put("detail", "This operation is not permitted."));
            }
            case STALE_SINCE_ID ->
                XProblem.invalid(
                        dialect,
                        List.of(new XProblem.Complaint(
                                "since_id",
                                Long.toString(leastId - 1),
                                "'since_id' must be a tweet id created after the last seven days began. Please use a"
                                        + " 'since_id' that is larger than " + leastId)));
        };
    }
}
