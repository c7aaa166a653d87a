package dev.heed.ingestion.spending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** What X charges, in millionths of a dollar; each resource is charged once a UTC day. */
@ConfigMapping(prefix = "heed.ingestion.spending")
public interface SpendingConfig {

    @WithDefault("5000")
    long postRead();

    /** A post that mentions the account that owns the company's app on X, read with its own token. */
    @WithDefault("1000")
    long ownMention();

    @WithDefault("10000")
    long userRead();

    @WithDefault("10000")
    long messageRead();

    /** Accounts that own the company's app on X, by handle or id. */
    Optional<Set<String>> owners();
}
