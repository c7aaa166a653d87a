package dev.heed.reply.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import dev.heed.reply.Desk;
import dev.heed.reply.FakeX;
import dev.heed.reply.Parts;
import dev.heed.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The right to post: given, renewed, lost and given again. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "reply"))
@QuarkusTestResource(FakeX.class)
class ConnectionComponentTest {
    @Inject
    AccountTokens tokens;

    private Parts parts;
    private Desk desk;

    @BeforeEach
    void open() throws IOException, TimeoutException {
        parts = new Parts();
        desk = new Desk(parts);
    }

    @AfterEach
    void close() throws IOException {
        parts.close();
    }

    @Test
    void a_consent_works_once_and_its_tokens_are_nowhere_to_be_read() {
        String back = consent(desk.account);

        given().urlEncodingEnabled(false).get(back).then().statusCode(200).body(containsString(desk.account));
        given().urlEncodingEnabled(false)
                .get(back)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("unknown-state"));

        String shown = Desk.as("agent", "agent")
                .get("/api/reply/connections")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(shown).contains(desk.account, "connected").doesNotContain("a_acme", "r_acme");
        assertThat(parts.read("select encode(access_token, 'escape') from connection where account_id = '"
                        + Parts.accountId(desk.account) + "'"))
                .isNotEmpty()
                .doesNotContain("a_acme");
    }

    @Test
    void a_browser_logged_in_as_somebody_else_connects_nothing() {
        Desk other = new Desk(parts);
        String url = ask(desk.account);

        given().urlEncodingEnabled(false)
                .get(consentOf(url, other.account))
                .then()
                .statusCode(409)
                .body("type", endsWith("wrong-account"));
    }

    @Test
    void only_an_admin_connects() {
        Desk.as("lead", "agent", "lead")
                .body(new JsonObject().put("account", desk.account).encode())
                .post("/api/reply/connections")
                .then()
                .statusCode(403);
        Desk.as("admin", "admin")
                .body(new JsonObject().put("account", "no such handle!").encode())
                .post("/api/reply/connections")
                .then()
                .statusCode(400);
    }

    @Test
    void many_who_need_a_new_token_at_once_use_the_refresh_token_once() {
        desk.connect();
        parts.run(
                "update connection set expires_at = now() where account_id = '" + Parts.accountId(desk.account) + "'");

        List<Grant> grants = Uni.join()
                .all(java.util.stream.IntStream.range(0, 8)
                        .mapToObj(i -> tokens.of(Parts.accountId(desk.account)))
                        .toList())
                .andFailFast()
                .await()
                .atMost(Desk.PATIENCE);

        assertThat(grants).hasOnlyElementsOfType(Grant.Usable.class);
        assertThat(new HashSet<>(grants)).hasSize(1);
    }

    @Test
    void a_token_that_x_no_longer_takes_is_renewed_and_the_reply_goes_out() {
        desk.connect().ticket();
        FakeX.expire(desk.account);

        JsonObject published = Desk.await(desk.publish("With a new token"), "published");

        assertThat(published.getInteger("attempts")).isEqualTo(1);
        assertThat(FakeX.repliesTo(desk.post)).hasSize(1);
    }

    @Test
    void a_lost_right_holds_the_reply_in_words_until_the_account_is_connected_again() {
        desk.connect().ticket();
        FakeX.revoke(desk.account);
        String id = desk.publish("Held, not lost");

        await().atMost(Desk.PATIENCE)
                .until(() ->
                        String.valueOf(Desk.show(id).getString("holdReason")).contains("connect the account again"));
        assertThat(Desk.show(id).getString("state")).isEqualTo("intended");
        Desk.as("lead", "lead")
                .get("/api/reply/connections")
                .then()
                .body(
                        "items.find { it.account.handle == '" + desk.account + "' }.status",
                        org.hamcrest.Matchers.is("revoked"));

        desk.connect();

        Desk.await(id, "published");
        assertThat(FakeX.repliesTo(desk.post)).hasSize(1);
    }

    @Test
    void an_account_that_was_never_connected_holds_its_replies() {
        desk.ticket();
        String id = desk.publish("Waiting for the right to post");

        await().atMost(Desk.PATIENCE)
                .until(() ->
                        String.valueOf(Desk.show(id).getString("holdReason")).contains("Nobody has connected"));
        desk.connect();

        Desk.await(id, "published");
    }

    private static String ask(String account) {
        return Desk.as("admin", "admin")
                .body(new JsonObject().put("account", "@" + account).encode())
                .post("/api/reply/connections")
                .then()
                .statusCode(201)
                .extract()
                .path("authorizeUrl");
    }

    private static String consent(String account) {
        return consentOf(ask(account), account);
    }

    /** The owner says yes on X; the address to which X sends the browser back, without the host. */
    private static String consentOf(String authorizeUrl, String account) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(authorizeUrl + "&sim_user=" + account)
                .then()
                .statusCode(302)
                .extract()
                .header("Location")
                .replaceFirst("http://[^/]+", "");
    }
}
