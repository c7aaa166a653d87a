package dev.heed.reply.timeline;

import java.time.Instant;
import java.util.Set;

/**
 * The post that we may have made.
 *
 * @param since nothing older can be it; some slack for X's clock included
 * @param booked ids of posts that are known to be other replies of ours
 */
public record Sought(String accountId, String inReplyTo, String text, Instant since, Set<String> booked) {

    public Sought {
        booked = Set.copyOf(booked);
    }
}
