package dev.heed.xsim.oauth;

import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/** Lets a user allow the app to act in its name: the first half of OAuth 2's code flow. */
@Singleton
public class Consent {

    static final Duration CODE_LIVES = Duration.ofSeconds(30);

    private final World world;
    private final Secrets secrets;

    Consent(World world, Secrets secrets) {
        this.world = world;
        this.secrets = secrets;
    }

    /** A code that is good once and for 30 seconds. {@code challenge} is the S256 of the verifier to come. */
    String consent(UserId user, Set<String> scopes, String redirectUri, String challenge) {
        return world.alone(() -> {
            String code = secrets.next("code");
            world.happened(new OAuthFact.CodeGiven(
                    code,
                    secrets.next("family"),
                    user,
                    Set.copyOf(scopes),
                    redirectUri,
                    challenge,
                    world.now().plus(CODE_LIVES)));
            return code;
        });
    }
}
