package dev.heed.xsim.post.sight;

import java.time.Instant;

/** When a post appears in each place. */
public record Arrival(Instant mentions, Instant search, Instant lookup) {

    public Instant in(Place place) {
        return switch (place) {
            case MENTIONS -> mentions;
            case SEARCH -> search;
            case LOOKUP -> lookup;
        };
    }
}
