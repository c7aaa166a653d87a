package dev.heed.reply.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What connecting accounts needs. Public only because the generated configuration class lives in another class loader. */
@ConfigMapping(prefix = "heed.connection")
public interface ConnectionConfig {

    /** Base64 of the 32 bytes that encrypt tokens at rest. Losing it means connecting every account again. */
    Optional<String> secretKey();

    /** Where people's browsers reach the gateway; X sends them back there. */
    @WithDefault("http://localhost:8080")
    String publicUrl();
}
