package dev.heed.reply.connection;

import dev.heed.secrets.SecretBox;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The service's {@link SecretBox}; without a good key the service does not start. */
@ApplicationScoped
class Secrets {
    private final SecretBox box;

    Secrets(ConnectionConfig config) {
        this.box = SecretBox.ofKey(config.secretKey().orElse(""));
    }

    /** Makes a bad key fail at start, not at the first account that is connected. */
    void check(@Observes StartupEvent start) {
        byte[] probe = box.seal("probe", "start");
        if (!box.open(probe, "start").equals("probe")) {
            throw new IllegalStateException("AES-GCM does not work on this machine");
        }
    }

    byte[] seal(String secret, String purpose) {
        return box.seal(secret, purpose);
    }

    String open(byte[] sealed, String purpose) {
        return box.open(sealed, purpose);
    }
}
