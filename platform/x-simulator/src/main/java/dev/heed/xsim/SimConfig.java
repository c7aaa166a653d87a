package dev.heed.xsim;

import dev.heed.xsim.dialect.Dialect;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Configuration of the simulator, keys {@code heed.sim.*}. */
@ConfigMapping(prefix = "heed.sim")
public interface SimConfig {

    /** File that keeps the world over a restart; without it the world lives in memory only. */
    Optional<Path> journal();

    /** Vocabulary of answers to requests whose parameters do not tell it: {@code posts} (2.167) or {@code tweets} (2.166). */
    @WithDefault("posts")
    Dialect dialect();

    /** The one OAuth client that X knows. */
    @WithDefault("sim-client")
    String clientId();

    @WithDefault("sim-secret")
    String clientSecret();

    /** Whether the client is registered as public: it names itself in the body and has no secret to show. */
    @WithDefault("false")
    boolean publicClient();

    /** Where a consent may lead back to, to the letter; anywhere if none is given. */
    Optional<List<String>> redirectUris();

    /** The app-only bearer token. */
    @WithDefault("sim-bearer")
    String bearer();

    /** The app's consumer secret (API Secret Key): challenges of webhooks and deliveries are signed with it. */
    @WithDefault("sim-consumer-secret")
    String consumerSecret();

    /** Which secret signs challenges of webhooks and deliveries, and so in which header. */
    @WithDefault("consumer")
    SignedWith signedWith();

    /** {@code consumer}: the consumer secret, as for apps of OAuth 1; {@code client}: the client secret, as for apps of OAuth 2. */
    enum SignedWith {
        CONSUMER,
        CLIENT
    }

    /** How many webhooks the app may have. */
    @WithDefault("5")
    int webhookLimit();

    /** How often every webhook is challenged. */
    @WithDefault("PT1H")
    Duration challengeEvery();

    /** How long a delivery that failed waits for its first retry; each further one waits four times as long. */
    @WithDefault("PT1S")
    Duration deliveryRetry();
}
