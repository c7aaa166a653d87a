package dev.heed.ingestion.crm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the customer records are, and how long they are waited for and believed. */
@ConfigMapping(prefix = "heed.crm")
public interface CrmConfig {

    /** Base address, {@code http} or {@code https}; without it there are no tiers. Nothing else is ever called. */
    Optional<String> url();

    /** Sent as a bearer token, if set. */
    Optional<String> token();

    /** The longest that a page of mentions waits. */
    @WithDefault("300ms")
    Duration timeout();

    /** For how long an answer is believed, "not a customer" too. */
    @WithDefault("10m")
    Duration believed();

    /** Of how many people answers are kept. */
    @WithDefault("50000")
    int kept();

    /** How long it is left alone after it failed several times. */
    @WithDefault("30s")
    Duration rest();
}
