package dev.heed.ingestion.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may be watched for. */
@ConfigMapping(prefix = "heed.ingestion.watch")
public interface WatchConfig {

    /** How many characters of a query X takes: 512 of self-serve customers, 4,096 of enterprises. */
    @WithDefault("512")
    int longestQuery();

    /** How many watches an account may have: all searches of an app share X's limit of 450 in 15 minutes. */
    @WithDefault("20")
    int mostPerAccount();
}
