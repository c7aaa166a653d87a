package dev.heed.xsim.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Something that shall go wrong at an endpoint.
 *
 * <p>First the delay; then, if {@code reset}, the connection is dropped; else, if there is a {@code status}, that is the answer, with
 * {@code body} or else X's own words. With {@code afterEffect} the call has its effect first and all this befalls its answer. A
 * {@code spoil} befalls an answer that X has made, so the call has had its effect whatever else is said.
 */
public record Fault(
        @Nullable Integer status,
        long delayMillis,
        boolean afterEffect,
        boolean reset,
        @Nullable ObjectNode body,
        @Nullable Spoil spoil) {

    /** Whether an answer still arrives whole or in part, and can be read. */
    public boolean letsThrough() {
        return !reset && status == null && (spoil == null || spoil instanceof Spoil.LeavesOut);
    }

    /** Whether a rate limit is said to be spent; the cap of a month is a 429 too, and no rate limit. */
    public boolean isOfLimits() {
        return status != null
                && status == 429
                && (body == null || !body.path("title").asText().equals("UsageCapExceeded"));
    }

    /** Whether the call has its effect before the fault befalls it. */
    public boolean later() {
        return afterEffect || spoil != null;
    }
}
