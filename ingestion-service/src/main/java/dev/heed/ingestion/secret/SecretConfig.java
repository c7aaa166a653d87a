package dev.heed.ingestion.secret;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Public only because the generated configuration class lives in another class loader. */
@ConfigMapping(prefix = "heed.ingestion.secret")
public interface SecretConfig {

    /** Base64 of 32 bytes. Losing it means connecting every account again, and losing the messages that are kept. */
    Optional<String> key();
}
