package dev.heed.xsim.oauth;

import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives tokens for a code or a refresh token.
 *
 * <p>Both are good once. A refresh token that is shown again kills its whole family, the tokens given for it included: somebody has a
 * copy. So two renewals at the same time lose the account.
 */
@Singleton
public class GiveTokens {

    static final Duration ACCESS_LIVES = Duration.ofHours(2);
    private static final String OFFLINE = "offline.access";

    private final World world;
    private final Grants grants;
    private final Secrets secrets;

    GiveTokens(World world, Grants grants, Secrets secrets) {
        this.world = world;
        this.grants = grants;
        this.secrets = secrets;
    }

    Issue forCode(String code, String redirectUri, String verifier) {
        return world.alone(() -> {
            Optional<OAuthFact.CodeGiven> found = grants.code(code)
                    .filter(given -> !grants.isSpent(code))
                    .filter(given -> world.now().isBefore(given.expiresAt()));
            if (found.isEmpty()) {
                return wrong("Value passed for the authorization code was invalid.");
            }
            OAuthFact.CodeGiven given = found.get();
            if (!given.redirectUri().equals(redirectUri)) {
                return wrong("Value passed for the redirect uri did not match the uri of the authorization code.");
            }
            if (!same(given.challenge(), Secrets.s256(verifier))) {
                return wrong("Value passed for the code verifier did not match the code challenge.");
            }
            world.happened(new OAuthFact.CodeSpent(code));
            return give(given.family(), given.user(), given.scopes());
        });
    }

    Issue forRefresh(String refresh) {
        return world.alone(() -> {
            Optional<OAuthFact.TokensGiven> found = grants.refresh(refresh);
            if (found.isEmpty()) {
                return wrong("Value passed for the token was invalid.");
            }
            if (grants.isSpent(refresh)) {
                world.happened(new OAuthFact.FamilyKilled(found.get().family()));
                return wrong("Value passed for the token was invalid.");
            }
            world.happened(new OAuthFact.RefreshSpent(refresh));
            return give(found.get().family(), found.get().user(), found.get().scopes());
        });
    }

    /** Ends the family of this access or refresh token; an unknown one is no error. */
    void revoke(String token) {
        world.alone(() -> {
            grants.access(token)
                    .or(() -> grants.refresh(token))
                    .ifPresent(given -> world.happened(new OAuthFact.FamilyKilled(given.family())));
            return token;
        });
    }

    /** The user takes back every consent that it gave. Tells how many there were. */
    public int disconnect(UserId user) {
        return world.alone(() -> {
            Set<String> families = grants.familiesOf(user);
            families.forEach(family -> world.happened(new OAuthFact.FamilyKilled(family)));
            return families.size();
        });
    }

    /** Ends the user's access tokens before their two hours are over. */
    public void expire(UserId user) {
        world.alone(() -> {
            world.happened(new OAuthFact.AccessOver(user));
            return user;
        });
    }

    /** Tokens without any consent: a short cut for tests and scripts. */
    public Issue forTest(UserId user, Set<String> scopes) {
        return world.alone(() -> give(secrets.next("family"), user, scopes));
    }

    private Issue.Given give(String family, UserId user, Set<String> scopes) {
        @Nullable String refresh = scopes.contains(OFFLINE) ? secrets.next("refresh") : null;
        String access = secrets.next("access");
        world.happened(new OAuthFact.TokensGiven(
                family, user, Set.copyOf(scopes), access, refresh, world.now().plus(ACCESS_LIVES)));
        return new Issue.Given(access, refresh, scopes, ACCESS_LIVES.toSeconds());
    }

    private static Issue wrong(String description) {
        return new Issue.Refused(400, "invalid_request", description);
    }

    private static boolean same(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), actual.getBytes(StandardCharsets.US_ASCII));
    }
}
