package dev.heed.xsim.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.WorldFixture;
import dev.heed.xsim.id.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GiveTokensTest {

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String BACK = "http://localhost/callback";

    private final WorldFixture x = new WorldFixture();
    private final Secrets secrets = new Secrets();
    private final Consent consent = new Consent(x.world, secrets);
    private final GiveTokens tokens = new GiveTokens(x.world, x.grants, secrets);

    @Test
    void aCodeIsGoodOnce() {
        String code = code("tweet.read", "offline.access");
        assertThat(tokens.forCode(code, BACK, VERIFIER)).isInstanceOf(Issue.Given.class);
        assertThat(tokens.forCode(code, BACK, VERIFIER)).isInstanceOf(Issue.Refused.class);
    }

    @Test
    void aCodeIsGoodForThirtySeconds() {
        String code = code("tweet.read");
        x.clock.pass(Consent.CODE_LIVES);
        assertThat(tokens.forCode(code, BACK, VERIFIER)).isInstanceOf(Issue.Refused.class);
    }

    @Test
    void aCodeIsGoodOnlyWithItsVerifierAndItsAddress() {
        String code = code("tweet.read");
        assertThat(tokens.forCode(code, BACK, VERIFIER + "x")).isInstanceOf(Issue.Refused.class);
        assertThat(tokens.forCode(code, BACK + "/", VERIFIER)).isInstanceOf(Issue.Refused.class);
        assertThat(tokens.forCode(code, BACK, VERIFIER)).isInstanceOf(Issue.Given.class);
    }

    @Test
    void withoutOfflineAccessThereIsNoRefreshToken() {
        assertThat(given(tokens.forCode(code("tweet.read"), BACK, VERIFIER)).refresh())
                .isNull();
    }

    @Test
    void anAccessTokenIsGoodForTwoHours() {
        Issue.Given given = given(tokens.forCode(code("tweet.read"), BACK, VERIFIER));
        assertThat(given.seconds()).isEqualTo(7_200);
        assertThat(isGood(given)).isTrue();
        x.clock.pass(Duration.ofHours(2));
        assertThat(isGood(given)).isFalse();
    }

    @Test
    void aRefreshTokenShownTwiceKillsTheFamily() {
        Issue.Given first = given(tokens.forCode(code("tweet.read", "offline.access"), BACK, VERIFIER));
        Issue.Given second = given(tokens.forRefresh(refresh(first)));
        assertThat(isGood(first))
                .as("renewing does not end the older access token")
                .isTrue();
        assertThat(tokens.forRefresh(refresh(first)))
                .isEqualTo(new Issue.Refused(400, "invalid_request", "Value passed for the token was invalid."));
        assertThat(isGood(second)).isFalse();
        assertThat(tokens.forRefresh(refresh(second))).isInstanceOf(Issue.Refused.class);
    }

    @Test
    void revokingEndsTheFamily() {
        Issue.Given given = given(tokens.forCode(code("tweet.read", "offline.access"), BACK, VERIFIER));
        tokens.revoke(given.access());
        assertThat(isGood(given)).isFalse();
        assertThat(tokens.forRefresh(refresh(given))).isInstanceOf(Issue.Refused.class);
    }

    /** Whoever shows any of a family's refresh tokens in any order: the newest renews, any older one ends it all. */
    @Property(tries = 200)
    void aFamilyHasAtMostOneGoodRefreshToken(@ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> shown) {
        GiveTokensTest fresh = new GiveTokensTest();
        List<Issue.Given> family = new ArrayList<>();
        family.add(given(fresh.tokens.forCode(fresh.code("offline.access"), BACK, VERIFIER)));
        boolean alive = true;
        for (int backwards : shown) {
            int index = Math.max(0, family.size() - 1 - backwards);
            boolean newest = index == family.size() - 1;
            Issue issue = fresh.tokens.forRefresh(refresh(family.get(index)));
            assertThat(issue instanceof Issue.Given).isEqualTo(alive && newest);
            if (issue instanceof Issue.Given given) {
                family.add(given);
            }
            alive = alive && newest;
            boolean expected = alive;
            assertThat(family).allMatch(member -> fresh.isGood(member) == expected);
        }
    }

    private String code(String... scopes) {
        UserId acme = x.user("acme");
        return consent.consent(acme, Set.of(scopes), BACK, CHALLENGE);
    }

    private boolean isGood(Issue.Given given) {
        return x.grants
                .access(given.access())
                .filter(known -> x.clock.instant().isBefore(known.expiresAt()))
                .isPresent();
    }

    private static Issue.Given given(Issue issue) {
        if (issue instanceof Issue.Given given) {
            return given;
        }
        throw new AssertionError("X refused: " + issue);
    }

    private static String refresh(Issue.Given given) {
        String refresh = given.refresh();
        if (refresh == null) {
            throw new AssertionError("No refresh token");
        }
        return refresh;
    }
}
