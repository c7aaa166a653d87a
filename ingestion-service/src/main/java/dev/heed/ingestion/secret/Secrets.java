package dev.heed.ingestion.secret;

import dev.heed.secrets.DoesNotOpenException;
import dev.heed.secrets.SecretBox;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * The service's {@link SecretBox}, where it was given a key. Without one the service reads what is public and keeps nothing
 * that must be encrypted; with a bad one it does not start.
 */
@ApplicationScoped
public class Secrets {

    /** What to say where something needs the key and there is none. */
    public static final String NO_KEY = "HEED_SECRET_KEY is not set, so nothing secret can be kept";

    private final Optional<SecretBox> box;

    Secrets(SecretConfig config) {
        this.box = config.key().filter(key -> !key.isBlank()).map(SecretBox::ofKey);
    }

    /** Makes a bad key fail at start, not at the first account that is connected. */
    void check(@Observes StartupEvent start) {
        box.ifPresent(sealing -> sealing.open(sealing.seal("probe", "start"), "start"));
    }

    /** Whether there is a key; without it nothing below may be called. */
    public boolean canBeKept() {
        return box.isPresent();
    }

    /** @param purpose what the secret is for; opening it takes the same words */
    public byte[] seal(String secret, String purpose) {
        return key().seal(secret, purpose);
    }

    /** @param purpose what the secret is for; opening it takes the same words */
    public byte[] seal(byte[] secret, String purpose) {
        return key().seal(secret, purpose);
    }

    /** @throws DoesNotOpenException if there is no key, or it was sealed with another key, for another purpose, or changed since */
    public String open(byte[] sealed, String purpose) {
        return box.orElseThrow(() -> new DoesNotOpenException(NO_KEY)).open(sealed, purpose);
    }

    private SecretBox key() {
        return box.orElseThrow(() -> new IllegalStateException(NO_KEY));
    }
}
