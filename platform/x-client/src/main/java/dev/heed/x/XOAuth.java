package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * OAuth 2 with X: authorization code with PKCE (S256), and refreshing.
 *
 * <p>A refresh token works once. After {@link XAnswer.Unclear} it may be spent; {@link Refusal#INVALID} means that it is,
 * and that the account's owner has to consent again. {@link Refusal#UNAUTHORIZED} is about our own client id and secret.
 */
@ApplicationScoped
public class XOAuth {

    private static final String REAL_API = "https://api.x.com";
    private static final String REAL_CONSENT = "https://x.com/i/oauth2/authorize";

    /** Fields of a form that nobody is to see. */
    private static final List<String> SECRET = List.of("code", "code_verifier", "refresh_token", "token");

    private final XHttp http;
    private final XConfig config;

    public XOAuth(Vertx vertx, XConfig config, MeterRegistry meters) {
        this.http = new XHttp(vertx, config, meters, Clock.systemUTC());
        this.config = config;
    }

    /** The app-only token of the configuration, for reading what is public. */
    public Optional<String> appBearer() {
        return config.bearerToken();
    }

    /** Address of X's consent page; of the code verifier it carries no more than a hash. */
    public String authorizeUrl(
            String redirectUri, ConsentSecret state, ConsentSecret codeVerifier, List<String> scopes) {
        String page = config.authorizeUrl().orElseGet(this::consentPage);
        return page + "?response_type=code&client_id="
                + encode(config.clientId().orElse(""))
                + "&redirect_uri=" + encode(redirectUri)
                + "&scope=" + encode(String.join(" ", scopes))
                + "&state=" + encode(state.text())
                + "&code_challenge=" + encode(codeVerifier.challenge()) + "&code_challenge_method=S256";
    }

    /** Trades the code of a consent (good for 30 seconds, once) for tokens. */
    public Uni<XAnswer<XTokens>> exchange(String code, ConsentSecret codeVerifier, String redirectUri) {
        return token(
                "oauth_exchange",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "code_verifier",
                        codeVerifier.text(),
                        "redirect_uri",
                        redirectUri));
    }

    /** Trades a refresh token, once, for new tokens. */
    public Uni<XAnswer<XTokens>> refresh(String refreshToken) {
        return token("oauth_refresh", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** Makes a token worthless; with a refresh token all that grew from the same consent. Spent ones do no harm. */
    public Uni<XAnswer<Boolean>> revoke(String token) {
        return form("oauth_revoke", "/2/oauth2/revoke", Map.of("token", token), json -> Optional.of(true));
    }

    /**
     * What comes of tokens that were just given. Those that are not kept are made worthless, also where it fails: nobody could
     * use or revoke them later, and at X they would live on.
     */
    public <T> Uni<T> keptOrRevoked(XTokens tokens, Uni<T> use, Predicate<T> isKept) {
        return use.onItemOrFailure()
                .call((came, failure) -> failure == null && isKept.test(came)
                        ? Uni.createFrom().voidItem()
                        : revoke(tokens.whole()).replaceWithVoid());
    }

    @PreDestroy
    void close() {
        http.close();
    }

    private Uni<XAnswer<XTokens>> token(String endpoint, Map<String, String> fields) {
        return form(endpoint, "/2/oauth2/token", fields, json -> Shapes.tokens(json, Instant.now()));
    }

    private <T> Uni<XAnswer<T>> form(
            String endpoint, String path, Map<String, String> fields, Function<JsonNode, Optional<T>> shape) {
        MultiMap form = MultiMap.caseInsensitiveMultiMap().addAll(fields);
        HttpRequest<Buffer> request =
                http.request(HttpMethod.POST, path).putHeader("content-type", "application/x-www-form-urlencoded");
        String clientId = config.clientId().orElse("");
        config.clientSecret()
                .ifPresentOrElse(
                        secret -> request.basicAuthentication(clientId, secret), () -> form.add("client_id", clientId));
        String body = form.entries().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return http.ask(
                endpoint,
                request,
                Buffer.buffer(body),
                SECRET.stream().flatMap(name -> Stream.ofNullable(fields.get(name))),
                shape);
    }

    private String consentPage() {
        String api = config.apiUrl().replaceAll("/+$", "");
        return api.equals(REAL_API) ? REAL_CONSENT : api + "/i/oauth2/authorize";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
