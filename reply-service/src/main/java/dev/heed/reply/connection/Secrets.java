package dev.heed.reply.connection;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Base64;

/** The service's {@link SecretBox}; without a good key the service does not start. */
@ApplicationScoped
class Secrets {
    private final SecretBox box;

    Secrets(ConnectionConfig config) {
        this.box = new SecretBox(key(config.secretKey().orElse("")));
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

    static byte[] key(String base64) {
        String how = " It encrypts the tokens of X accounts. Make one with: openssl rand -base64 32";
        if (base64.isBlank()) {
            throw new IllegalStateException("HEED_SECRET_KEY is missing." + how);
        }
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length != SecretBox.KEY_BYTES) {
                throw new IllegalStateException(
                        "HEED_SECRET_KEY holds %d bytes instead of %d.".formatted(key.length, SecretBox.KEY_BYTES)
                                + how);
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("HEED_SECRET_KEY is not base64." + how, e);
        }
    }
}
