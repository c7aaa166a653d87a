package dev.heed.local.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Gets a demo user's bearer token for the command line and for tests. */
public final class PasswordGrant {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Identity identity;

    /** From a provider. */
    public PasswordGrant(Identity identity) {
        this.identity = identity;
    }

    /** A fresh access token, good for 15 minutes. */
    public String token(String name) {
        if (identity.foreign()) {
            throw new HeedFailure("HEED_OIDC_ISSUER names your own identity provider: ask it for a token with the"
                    + " audience heed-api. Demo users exist only in the provider that Heed starts.");
        }
        DemoUser user = DemoUser.named(name)
                .orElseThrow(() -> new HeedFailure("There is no demo user '" + name + "'. There are: "
                        + String.join(
                                ", ", DemoUser.ALL.stream().map(DemoUser::name).toList())));
        try {
            return ask(user);
        } catch (IOException e) {
            throw new HeedFailure("No identity provider answers at " + identity.url() + ". Start Heed: ./heed up", e);
        }
    }

    private String ask(DemoUser user) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(identity.url() + "/protocol/openid-connect/token")
                .toURL()
                .openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setDoOutput(true);
        String form = "grant_type=password&client_id=heed-cli&scope=openid&username=" + encoded(user.name())
                + "&password=" + encoded(user.password());
        connection.getOutputStream().write(form.getBytes(StandardCharsets.US_ASCII));
        if (connection.getResponseCode() != 200) {
            try (InputStream error = connection.getErrorStream()) {
                String said = error == null ? "" : new String(error.readAllBytes(), StandardCharsets.UTF_8);
                throw new HeedFailure("The identity provider refused the demo user " + user.name() + " ("
                        + connection.getResponseCode() + "): " + said);
            }
        }
        try (InputStream answer = connection.getInputStream()) {
            return new ObjectMapper().readTree(answer).path("access_token").asText();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
