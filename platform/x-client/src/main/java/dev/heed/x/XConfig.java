package dev.heed.x;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where X is and who we are to it. Public only because the generated configuration class lives in another class loader. */
@ConfigMapping(prefix = "heed.x")
public interface XConfig {

    /** Base of the API without a slash at the end, {@code https://api.x.com} for the real X. */
    @WithDefault("http://127.0.0.1:9100")
    String apiUrl();

    /** {@code posts} (new) or {@code tweets} (old). */
    @WithDefault("posts")
    Dialect dialect();

    /** The longest that any call may take, connecting included; then the answer is unclear. */
    @WithDefault("10s")
    Duration timeout();

    /** The app-only token, for reading what is public. */
    Optional<String> bearerToken();

    /** OAuth 2 client id of the company's app on X. */
    Optional<String> clientId();

    /** OAuth 2 client secret of the company's app on X. */
    Optional<String> clientSecret();

    /** Page where an account's owner consents; default: x.com's for the real X, else {@code /i/oauth2/authorize} of the API. */
    Optional<String> authorizeUrl();
}
