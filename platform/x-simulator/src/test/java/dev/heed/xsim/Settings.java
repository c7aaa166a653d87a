package dev.heed.xsim;

import dev.heed.xsim.dialect.Dialect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The simulator's configuration where no server reads one: the defaults. */
public record Settings(Dialect dialect, int webhookLimit, SignedWith signedWith) implements SimConfig {

    public Settings(Dialect dialect, int webhookLimit) {
        this(dialect, webhookLimit, SignedWith.CONSUMER);
    }

    @Override
    public Optional<Path> journal() {
        return Optional.empty();
    }

    @Override
    public String clientId() {
        return "sim-client";
    }

    @Override
    public String clientSecret() {
        return "sim-secret";
    }

    @Override
    public boolean publicClient() {
        return false;
    }

    @Override
    public Optional<List<String>> redirectUris() {
        return Optional.empty();
    }

    @Override
    public String bearer() {
        return "sim-bearer";
    }

    @Override
    public String consumerSecret() {
        return "sim-consumer-secret";
    }

    @Override
    public Duration challengeEvery() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration deliveryRetry() {
        return Duration.ofMillis(1);
    }
}
