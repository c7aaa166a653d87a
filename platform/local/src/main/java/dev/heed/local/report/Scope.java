package dev.heed.local.report;

import java.util.Set;

/**
 * What a replay was about.
 *
 * @param posts ids of the customers' posts that it made: completeness is judged on these alone
 * @param accounts handles of the accounts that Heed runs
 */
public record Scope(Set<String> posts, Set<String> accounts) {

    public Scope {
        posts = Set.copyOf(posts);
        accounts = Set.copyOf(accounts);
    }
}
