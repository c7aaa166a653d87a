package dev.heed.routing.policy;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The policy that decides now, read when the service starts.
 *
 * <p>A policy with a fault stops the start: better no decisions than decisions that nobody wrote.
 */
@Startup
@ApplicationScoped
public class ActivePolicy {

    private static final Logger LOG = Logger.getLogger(ActivePolicy.class);
    private static final String SHIPPED = "/policy/default.yaml";

    private final Policy policy;

    ActivePolicy(PolicyConfig config) {
        policy = config.file().map(ActivePolicy::fromFile).orElseGet(ActivePolicy::shipped);
        LOG.infof("Care policy %s is active", policy.version());
    }

    public Policy current() {
        return policy;
    }

    private static Policy fromFile(Path file) {
        try {
            return PolicyReader.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The care policy " + file + " cannot be read", e);
        }
    }

    private static Policy shipped() {
        try (@Nullable InputStream in = ActivePolicy.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is not in the jar");
            }
            return PolicyReader.read("that ships", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
