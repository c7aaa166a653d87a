package dev.heed.reply.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.heed.reply.Desk;
import dev.heed.reply.FakeX;
import dev.heed.reply.Parts;
import dev.heed.testing.OpenApi;
import dev.heed.testing.RealParts;
import dev.heed.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing and checking drafts over the real API. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "reply"))
@QuarkusTestResource(FakeX.class)
class DraftComponentTest {
    private static final String DRAFTS = "/api/reply/drafts";

    private Parts parts;
    private Desk desk;

    @BeforeEach
    void open() throws IOException, TimeoutException {
        parts = new Parts();
        desk = new Desk(parts).ticket();
    }

    @AfterEach
    void close() throws IOException {
        parts.close();
    }

    @Test
    void an_owner_writes_edits_and_finds_a_draft() {
        String id = desk.draft("We are on it");

        Desk.as("agent", "agent")
                .body(new JsonObject().put("text", "We are on it, sorry!").encode())
                .put(DRAFTS + "/" + id)
                .then()
                .statusCode(200)
                .body("text", is("We are on it, sorry!"))
                .body("state", is("drafted"))
                .body("inReplyTo", is(desk.post))
                .body("author", is("agent"))
                .body("checks.verdict", hasItem("pass"))
                .body("postId", nullValue());
        desk.draft("Another");
        String next = Desk.as("lead", "lead")
                .get(DRAFTS + "?ticket=" + desk.ticket + "&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].text", is("Another"))
                .extract()
                .path("next");
        Desk.as("lead", "lead")
                .get(DRAFTS + "?ticket=" + desk.ticket + "&limit=1&cursor=" + next)
                .then()
                .body("items[0].id", is(id))
                .body("next", nullValue());
    }

    @Test
    void no_token_is_401_and_a_wrong_role_403_both_in_words() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(DRAFTS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().auth()
                .oauth2("nonsense")
                .get(DRAFTS + "/" + UUID.randomUUID())
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.expired("agent", "agent"))
                .get(DRAFTS + "/" + UUID.randomUUID())
                .then()
                .statusCode(401);
        Desk.as("compliance", "compliance")
                .body(new JsonObject()
                        .put("ticketId", desk.ticket)
                        .put("text", "Hi")
                        .encode())
                .post(DRAFTS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void somebody_else_is_told_who_owns_the_ticket_even_a_lead() {
        desk.draft("Mine");
        JsonObject body = new JsonObject().put("ticketId", desk.ticket).put("text", "Yours");

        Desk.as("agent2", "agent")
                .body(body.encode())
                .post(DRAFTS)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("https://heed.dev/problems/not-the-owner"))
                .body("detail", containsString("belongs to agent"));
        Desk.as("lead", "agent", "lead").body(body.encode()).post(DRAFTS).then().statusCode(409);
    }

    @Test
    void a_draft_of_a_former_owner_is_not_published() {
        String id = desk.draft("Too late");
        parts.ticket(desk.ticket, 2, desk.account, "lead", desk.post + "0", desk.post);
        Desk.as("lead", "agent", "lead")
                .body(new JsonObject()
                        .put("ticketId", desk.ticket)
                        .put("text", "I took it over")
                        .put("ticketVersion", 2)
                        .encode())
                .post(DRAFTS)
                .then()
                .statusCode(201);

        Desk.as("agent", "agent")
                .post(DRAFTS + "/" + id + "/publish")
                .then()
                .statusCode(409)
                .body("detail", containsString("belongs to lead"));
    }

    @Test
    void an_older_version_of_a_ticket_that_comes_late_changes_nothing() {
        parts.ticket(desk.ticket, 5, desk.account, "agent2", desk.post + "0", desk.post);
        parts.ticket(desk.ticket, 4, desk.account, "agent", desk.post + "0", desk.post);
        // A ticket that comes after both shows that both have been read.
        String before = desk.ticket;
        desk.ticket().draft("The later one");

        assertThat(parts.read("select owner from conversation where ticket_id = '" + before + "'"))
                .isEqualTo("agent2");
    }

    @Test
    void the_version_that_the_agent_has_seen_is_waited_for() {
        String body = new JsonObject()
                .put("ticketId", desk.ticket)
                .put("text", "I have just claimed it")
                .put("ticketVersion", 7)
                .encode();
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(
                () -> Desk.as("agent2", "agent").body(body).post(DRAFTS).statusCode());
        parts.ticket(desk.ticket, 7, desk.account, "agent2", desk.post + "0", desk.post);

        assertThat(status.join()).isEqualTo(201);
    }

    @Test
    void an_unknown_ticket_and_an_unknown_draft_are_404() {
        Desk.as("agent", "agent")
                .body(new JsonObject()
                        .put("ticketId", "nowhere")
                        .put("text", "Hi")
                        .encode())
                .post(DRAFTS)
                .then()
                .statusCode(404)
                .body("type", endsWith("unknown-ticket"));
        Desk.as("agent", "agent")
                .get(DRAFTS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("unknown-draft"));
        Desk.as("agent", "agent")
                .get(DRAFTS + "/nonsense")
                .then()
                .statusCode(404)
                .body("type", endsWith("unknown-draft"), "detail", containsString("nonsense"));
        Desk.as("agent", "agent")
                .post(DRAFTS + "/nonsense/publish")
                .then()
                .statusCode(404)
                .body("type", endsWith("unknown-draft"));
        Desk.as("lead", "lead")
                .body("{\"outcome\":\"absent\",\"reason\":\"looked\"}")
                .post("/api/reply/publications/nonsense/settle")
                .then()
                .statusCode(404)
                .body("type", endsWith("unknown-publication"));
    }

    @ParameterizedTest
    @CsvSource({
        "/drafts?ticket=t&limit=ten, limit-out-of-range",
        "/drafts?ticket=t&limit=0, limit-out-of-range",
        "/drafts?ticket=t&limit=201, limit-out-of-range",
        "/drafts?ticket=t&cursor=nonsense, unknown-cursor",
        "/publications?limit=ten, limit-out-of-range",
        "/publications?cursor=nonsense, unknown-cursor"
    })
    void a_page_that_cannot_be_is_refused_as_everywhere(String list, String type) {
        Desk.as("lead", "lead")
                .get("/api/reply" + list)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("https://heed.dev/problems/" + type));
    }

    @Test
    void empty_and_too_long_texts_are_422_in_words() {
        desk.write("  ").then().statusCode(422).body("type", endsWith("empty-draft"));
        desk.write("a".repeat(281))
                .then()
                .statusCode(422)
                .body("type", endsWith("too-long"))
                .body("detail", containsString("281"));
        desk.write("a".repeat(280)).then().statusCode(201);
    }

    @Test
    void a_post_of_another_ticket_is_422_and_a_missing_ticket_400() {
        Desk.as("agent", "agent")
                .body(new JsonObject()
                        .put("ticketId", desk.ticket)
                        .put("ticketVersion", 1)
                        .put("text", "Hi")
                        .put("inReplyTo", "1")
                        .encode())
                .post(DRAFTS)
                .then()
                .statusCode(422)
                .body("type", endsWith("post-of-another-ticket"));
        Desk.as("agent", "agent").body("{\"text\":\"Hi\"}").post(DRAFTS).then().statusCode(400);
        Desk.as("agent", "agent").body("no JSON").post(DRAFTS).then().statusCode(400);
    }

    @Test
    void a_field_that_is_misspelt_is_refused_by_name() {
        Desk.as("agent", "agent")
                .body("{\"ticketId\":\"" + desk.ticket + "\",\"text\":\"On it\",\"inReplyToo\":\"1\"}")
                .post(DRAFTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("`inReplyToo`"));
    }

    @Test
    void a_nul_is_refused_wherever_it_stands() {
        Desk.as("agent", "agent")
                .urlEncodingEnabled(false)
                .get(DRAFTS + "?ticket=%00")
                .then()
                .statusCode(400)
                .body("type", is("https://heed.dev/problems/nul-in-address"));
        for (String body : List.of(
                "{\"ticketId\":\"" + desk.ticket + "\",\"text\":\"On \\u0000it\"}",
                "{\"ticketId\":\"t-\\u0000\",\"text\":\"On it\"}")) {
            Desk.as("agent", "agent")
                    .body(body)
                    .post(DRAFTS)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString("NUL"));
        }
    }

    @Test
    void a_direct_message_is_never_answered_in_public() {
        parts.ticket(desk.ticket, 2, desk.account, "agent", List.of(desk.post), List.of(), "5551");

        answer(2, "5551").then().statusCode(409).body("type", endsWith("private-message"));
        answer(2, desk.post).then().statusCode(201);
    }

    @Test
    void where_nothing_public_stands_nothing_is_answered_in_public() {
        parts.ticket(desk.ticket, 2, desk.account, "agent", List.of(), List.of(), "5551");

        answer(2, null).then().statusCode(409).body("type", endsWith("nothing-to-answer-in-public"));
    }

    @Test
    void an_answer_to_what_was_withdrawn_is_blocked_also_when_it_was_withdrawn_after_it_was_drafted() {
        String earlier = desk.draft("We are on it");
        parts.ticket(
                desk.ticket, 2, desk.account, "agent", List.of(desk.post + "0", desk.post), List.of(desk.post), "5551");

        answer(2, desk.post)
                .then()
                .statusCode(201)
                .body("state", is("blocked"))
                .body("checks.find { it.guard == 'withdrawn-post' }.verdict", is("block"));
        Desk.as("agent", "agent")
                .post(DRAFTS + "/" + earlier + "/publish")
                .then()
                .statusCode(409)
                .body("detail", containsString("was withdrawn"));
        answer(2, null).then().statusCode(201).body("inReplyTo", is(desk.post + "0"));
    }

    private Response answer(int version, @Nullable String inReplyTo) {
        return Desk.as("agent", "agent")
                .body(new JsonObject()
                        .put("ticketId", desk.ticket)
                        .put("ticketVersion", version)
                        .put("text", "Hi")
                        .put("inReplyTo", inReplyTo)
                        .encode())
                .post(DRAFTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write to jane@example.com",
                "Call +49 30 1234567",
                "DE89 3704 0044 0532 0130 00",
                "4111111111111111"
            })
    void private_data_is_kept_marked_and_not_published(String text) {
        String id = desk.write(text)
                .then()
                .statusCode(201)
                .body("state", is("blocked"))
                .body("checks.find { it.verdict == 'block' }.span.start", notNullValue())
                .extract()
                .path("id");

        Desk.as("agent", "agent")
                .post(DRAFTS + "/" + id + "/publish")
                .then()
                .statusCode(409)
                .body("type", endsWith("guard-blocked"))
                .body("detail", not(containsString("jane")));
    }

    @Test
    void a_repeated_request_makes_one_draft_and_a_key_cannot_be_used_again() {
        String body = new JsonObject()
                .put("ticketId", desk.ticket)
                .put("ticketVersion", 1)
                .put("text", "Once")
                .encode();
        String key = UUID.randomUUID().toString();

        String first = writeWith(key, body).then().statusCode(201).extract().path("id");
        String again = writeWith(key, body).then().statusCode(201).extract().path("id");

        assertThat(again).isEqualTo(first);
        writeWith(key, body.replace("Once", "Twice"))
                .then()
                .statusCode(422)
                .body("type", endsWith("idempotency-key-reused"));
        String together = UUID.randomUUID().toString();
        CompletableFuture<String> one = CompletableFuture.supplyAsync(
                () -> writeWith(together, body).then().extract().path("id"));
        CompletableFuture<String> two = CompletableFuture.supplyAsync(
                () -> writeWith(together, body).then().extract().path("id"));
        assertThat(one.join()).isEqualTo(two.join()).isNotEqualTo(first);
    }

    @Test
    void what_was_handed_over_neither_changes_nor_goes_again() {
        String id = desk.intend("Final words");

        Desk.as("agent", "agent")
                .body(new JsonObject().put("text", "Other words").encode())
                .put(DRAFTS + "/" + id)
                .then()
                .statusCode(409)
                .body("type", endsWith("already-published"));
        Desk.as("agent", "agent")
                .post(DRAFTS + "/" + id + "/publish")
                .then()
                .statusCode(409)
                .body("type", endsWith("already-published"));
    }

    @Test
    void the_service_tells_its_health_its_metrics_and_its_contract() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("heed_publications_unknown"));
        given().get("/api/reply/openapi").then().statusCode(200).body(containsString("/api/reply/drafts/{id}/publish"));
    }

    @Test
    void every_operation_says_when_it_lets_nobody_in() {
        OpenApi shown = OpenApi.served(
                given().accept("application/json").get("/api/reply/openapi").asString());
        assertThat(shown.silentOnRefusals(Set.of("/api/reply/connections/callback")))
                .isEmpty();
    }

    private static io.restassured.response.Response writeWith(String key, String body) {
        return Desk.as("agent", "agent")
                .header("Idempotency-Key", key)
                .body(body)
                .post(DRAFTS);
    }
}
