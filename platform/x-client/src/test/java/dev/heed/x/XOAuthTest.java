package dev.heed.x;

import static dev.heed.x.XFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class XOAuthTest {

    private static final String TOKENS = """
            {"token_type":"bearer","expires_in":7200,"access_token":"a1","scope":"tweet.read offline.access","refresh_token":"r1"}
            """;

    private final Vertx vertx = Vertx.vertx();
    private final FakeServer server = new FakeServer(vertx);
    private final XOAuth oauth = new XOAuth(
            vertx, XFixture.config(server.url(), Dialect.POSTS, XFixture.TIMEOUT), new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        oauth.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theConsentPageIsAskedWithPkce() {
        assertThat(oauth.authorizeUrl(
                        "http://localhost:8080/back",
                        new ConsentSecret("st&te"),
                        new ConsentSecret("ver+fier"),
                        List.of("tweet.read", "offline.access")))
                .isEqualTo(
                        server.url()
                                + "/i/oauth2/authorize?response_type=code&client_id=our%20client"
                                + "&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fback&scope=tweet.read%20offline.access"
                                + "&state=st%26te&code_challenge=zK8zE5eN89mNpEuwLFfYqh3aFNqxgkJckYOUUR7fnaI&code_challenge_method=S256");
    }

    @Test
    void aTokenIsGivenBackByNameOfTheApp() {
        server.nextAnswer(200, "{\"revoked\":true}");
        assertThat(await(oauth.revoke("r+1"))).isInstanceOf(XAnswer.Given.class);
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.uri()).isEqualTo("/2/oauth2/revoke");
            assertThat(asked.body()).contains("token=r%2B1");
        });
    }

    @Test
    void aCodeBecomesTokens() {
        server.nextAnswer(200, TOKENS);
        XAnswer<XTokens> answer = await(oauth.exchange("c0de", new ConsentSecret("ver+fier"), "http://localhost/back"));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        XAnswer.Given.class,
                        given -> assertThat(given.value()).isInstanceOfSatisfying(XTokens.class, tokens -> {
                            assertThat(tokens.access()).isEqualTo("a1");
                            assertThat(tokens.refresh()).isEqualTo("r1");
                            assertThat(tokens.scopes()).containsExactly("tweet.read", "offline.access");
                        }));
        FakeServer.Asked asked = server.asked().getFirst();
        assertThat(asked.authorization()).startsWith("Basic ");
        assertThat(asked.body().split("&"))
                .contains("grant_type=authorization_code", "code=c0de", "code_verifier=ver%2Bfier");
        assertThat(answer.toString()).doesNotContain("a1").doesNotContain("r1");
    }

    @Test
    void anAppWithoutASecretNamesItselfInTheBody() {
        XOAuth open = new XOAuth(
                vertx,
                XFixture.config(server.url(), Dialect.POSTS, XFixture.TIMEOUT, Optional.empty()),
                new SimpleMeterRegistry());
        server.nextAnswer(200, TOKENS);
        assertThat(await(open.refresh("r0"))).isInstanceOf(XAnswer.Given.class);
        FakeServer.Asked asked = server.asked().getFirst();
        assertThat(asked.authorization()).isEqualTo("null");
        assertThat(asked.body().split("&")).contains("client_id=our%20client", "refresh_token=r0");
        open.close();
    }

    @Test
    void aSpentRefreshTokenIsRefused() {
        server.nextAnswer(
                400,
                "{\"error\":\"invalid_request\",\"error_description\":\"Value passed for the token was invalid.\"}");
        assertThat(await(oauth.refresh("r0")))
                .isEqualTo(new XAnswer.Refused<>(Refusal.INVALID, 400, "Value passed for the token was invalid."));
    }
}
