package dev.heed.xsim.message;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Direct messages as an app reads and sends them. */
@QuarkusTest
class MessageComponentTest {

    private String bob = "";
    private String conversation = "";
    private String token = "";

    @BeforeEach
    void twoPeople() {
        control("/sim/reset", Map.of());
        String acme = control("/sim/users", Map.of("username", "acme")).path("id");
        bob = control("/sim/users", Map.of("username", "bob")).path("id");
        token = control("/sim/tokens", Map.of("username", "acme")).path("accessToken");
        conversation = acme + "-" + bob; // the elder account has the smaller id
    }

    @Test
    void aMessageShowsItsSenderAndWhatIsAttachedWhenAsked() {
        String id = control(
                        "/sim/messages",
                        Map.of(
                                "from",
                                "bob",
                                "to",
                                "acme",
                                "text",
                                "Look",
                                "media",
                                List.of(Map.of("type", "photo", "altText", "a broken cup"))))
                .path("id");
        String wanted = "dm_event.fields=attachments,created_at,dm_conversation_id"
                + "&expansions=sender_id,attachments.media_keys&media.fields=alt_text,url";
        user().get("/2/dm_events?" + wanted)
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].sender_id", equalTo(bob))
                .body("data[0].dm_conversation_id", equalTo(conversation))
                .body("data[0].attachments.media_keys[0]", startsWith("3_"))
                .body("includes.users.username", contains("bob"))
                .body("includes.media[0].alt_text", equalTo("a broken cup"));
        user().get("/2/dm_events/" + id + "?" + wanted)
                .then()
                .statusCode(200)
                .body("data.id", equalTo(id))
                .body("includes.media", hasSize(1));
        user().get("/2/dm_events/1").then().statusCode(200).body("errors", hasSize(1));
        user().get("/2/dm_events")
                .then()
                .body("data[0].attachments", nullValue())
                .body("includes", nullValue());
    }

    @Test
    void aMessageOfThePastStandsWhereItsTimeIs() {
        control("/sim/messages", Map.of("from", "bob", "to", "acme", "text", "now"));
        String anHourAgo = Instant.now().minusSeconds(3_600).toString();
        control("/sim/messages", Map.of("from", "bob", "to", "acme", "text", "late", "createdAt", anHourAgo));
        String aMonthAgo = Instant.now().minusSeconds(31 * 86_400).toString();
        control("/sim/messages", Map.of("from", "bob", "to", "acme", "text", "gone", "createdAt", aMonthAgo));
        user().get("/2/dm_events").then().body("data.text", contains("now", "late"));
        for (String wrong : List.of("yesterday", "2999-01-01T00:00:00Z")) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("from", "bob", "to", "acme", "text", "x", "createdAt", wrong))
                    .post("/sim/messages")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void aConversationIsReadAndAnsweredByItsName() {
        control("/sim/messages", Map.of("from", "bob", "to", "acme", "text", "Hi"));
        send("/2/dm_conversations/" + conversation + "/messages", "Hello")
                .statusCode(201)
                .body("data.dm_conversation_id", equalTo(conversation));
        user().get("/2/dm_conversations/" + conversation + "/dm_events")
                .then()
                .body("data.text", contains("Hello", "Hi"));
        send("/2/dm_conversations/1-2/messages", "Hello").statusCode(403);
    }

    @Test
    void whoAcceptsNoMessagesGetsNone() {
        dms("closed");
        send("/2/dm_conversations/with/" + bob + "/messages", "Hello")
                .statusCode(403)
                .body("detail", equalTo("You do not have permission to DM one or more participants."));
        dms("open");
        send("/2/dm_conversations/with/" + bob + "/messages", "Hello").statusCode(201);
        given().contentType(ContentType.JSON)
                .body(Map.of("dms", "ajar"))
                .patch("/sim/users/bob")
                .then()
                .statusCode(400);
    }

    @Test
    void theOtherWordsOfNotPermittedCanBeOrdered() {
        control("/sim/faults", Map.of("endpoint", "sendMessage", "shape", "not-permitted"));
        send("/2/dm_conversations/with/" + bob + "/messages", "Hello")
                .statusCode(403)
                .body("detail", equalTo("This operation is not permitted."))
                .body("title", nullValue());
    }

    @Test
    void messagesAreReadFifteenTimesInFifteenMinutes() {
        for (int left = 14; left >= 0; left--) {
            user().get("/2/dm_events")
                    .then()
                    .statusCode(200)
                    .header("x-rate-limit-limit", "15")
                    .header("x-rate-limit-remaining", Integer.toString(left));
        }
        user().get("/2/dm_events").then().statusCode(429);
    }

    @Test
    void messagesNeedTheirScope() {
        token = control("/sim/tokens", Map.of("username", "acme", "scopes", List.of("tweet.read", "users.read")))
                .path("accessToken");
        user().get("/2/dm_events").then().statusCode(403);
        token = control(
                        "/sim/tokens",
                        Map.of("username", "acme", "scopes", List.of("tweet.read", "users.read", "dm.read")))
                .path("accessToken");
        user().get("/2/dm_events").then().statusCode(200);
        send("/2/dm_conversations/with/" + bob + "/messages", "Hello").statusCode(403);
    }

    private static void dms(String state) {
        given().contentType(ContentType.JSON)
                .body(Map.of("dms", state))
                .patch("/sim/users/bob")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse send(String path, String text) {
        return user().contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post(path)
                .then();
    }

    private RequestSpecification user() {
        return given().auth().oauth2(token);
    }

    private static Response control(String path, Map<String, Object> body) {
        Response answer = given().contentType(ContentType.JSON).body(body).post(path);
        answer.then().statusCode(lessThan(300));
        return answer;
    }
}
