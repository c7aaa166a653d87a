package dev.heed.ingestion.consent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Public only because the generated configuration class lives in another class loader. */
@ConfigMapping(prefix = "heed.ingestion.connection")
public interface ConnectionConfig {

    /** Where X sends the browser back; registered with the company's app on X, letter for letter. */
    @WithDefault("http://localhost:8080/api/ingestion/connections/callback")
    String callbackUrl();
}
