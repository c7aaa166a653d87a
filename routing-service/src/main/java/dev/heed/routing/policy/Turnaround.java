package dev.heed.routing.policy;

import java.time.Duration;

/** How fast a customer hears from us, counted from the moment they posted. */
public record Turnaround(Duration acknowledge, Duration firstResponse, Duration nextResponse) {}
