package dev.heed.ingestion.consent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Public only because the generated configuration class lives in another class loader. */
@ConfigMapping(prefix = "heed.ingestion.connection")
public interface ConnectionConfig {

    /** Where browsers reach the gateway. */
    @WithDefault("http://localhost:8080")
    String publicUrl();

    /** Where X sends the browser back, if that is not below {@link #publicUrl}. */
    Optional<String> callbackUrl();

    /** Where X sends the browser back; registered with the company's app on X, letter for letter. */
    default String callback() {
        return callbackUrl()
                .filter(url -> !url.isBlank())
                .orElseGet(() -> publicUrl().replaceAll("/+$", "") + "/api/ingestion/connections/callback");
    }
}
