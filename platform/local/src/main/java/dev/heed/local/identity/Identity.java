package dev.heed.local.identity;

import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import dev.heed.local.home.Surroundings;

/**
 * The identity provider as the services and the gateway see it.
 *
 * @param issuer what tokens name as their issuer; also where browsers find it
 * @param url where services find it, which need not be the same
 * @param clientId the gateway's client
 * @param clientSecret the gateway's secret
 * @param foreign whether it is an existing one, which Heed neither starts nor asks for demo users' tokens
 */
public record Identity(String issuer, String url, String clientId, String clientSecret, boolean foreign) {

    /** Keycloak of the installation, or the provider that {@code HEED_OIDC_ISSUER} names. */
    public static Identity of(Home home, Secrets secrets) {
        return Surroundings.get("HEED_OIDC_ISSUER")
                .map(issuer -> new Identity(
                        issuer,
                        Surroundings.get("HEED_OIDC_URL").orElse(issuer),
                        Surroundings.get("HEED_OIDC_CLIENT_ID").orElse("heed-gateway"),
                        Surroundings.get("HEED_OIDC_CLIENT_SECRET").orElse(""),
                        true))
                .orElseGet(() -> new Identity(
                        home.origin() + "/auth/realms/" + Realm.NAME,
                        "http://127.0.0.1:" + home.ports().keycloak() + "/auth/realms/" + Realm.NAME,
                        "heed-gateway",
                        Realm.gatewaySecret(secrets),
                        false));
    }
}
