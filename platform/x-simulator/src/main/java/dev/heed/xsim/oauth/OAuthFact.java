package dev.heed.xsim.oauth;

import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.Fact;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to grants. A family is one consent with every token that came of it. */
sealed interface OAuthFact extends Fact {

    /** A user consented. The code is good once, until {@code expiresAt}. */
    record CodeGiven(
            String code,
            String family,
            UserId user,
            Set<String> scopes,
            String redirectUri,
            String challenge,
            Instant expiresAt)
            implements OAuthFact {}

    /** A code was redeemed. */
    record CodeSpent(String code) implements OAuthFact {}

    /** Tokens were given out. The refresh token is absent without the scope {@code offline.access}. */
    record TokensGiven(
            String family,
            UserId user,
            Set<String> scopes,
            String access,
            @Nullable String refresh,
            Instant expiresAt) implements OAuthFact {}

    /** A refresh token was redeemed; it is never good again, and showing it again kills its family. */
    record RefreshSpent(String refresh) implements OAuthFact {}

    /** The access tokens that this user has given so far are over before their time; refresh tokens are not. */
    record AccessOver(UserId user) implements OAuthFact {}

    /** Nothing of this family is good any more. */
    record FamilyKilled(String family) implements OAuthFact {}
}
