package dev.heed.xsim.control;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The control API as tests and demonstrations use it. */
@QuarkusTest
class ControlComponentTest {

    private static final String HEADING =
            "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n";

    @BeforeEach
    void emptyWorld() {
        given().post("/sim/reset").then().statusCode(204);
    }

    @Test
    void anAccountIsOpenedOnce() {
        String id =
                post("/sim/users", Map.of("username", "acme", "followers", 5)).path("id");
        Response again = post("/sim/users", Map.of("username", "ACME", "name", "Acme Inc."));
        again.then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("username", equalTo("acme"))
                .body("name", equalTo("Acme Inc."))
                .body("followers", equalTo(5));
        post("/sim/users", Map.of("username", "not a handle")).then().statusCode(400);
        given().get("/sim/users").then().body("items", hasSize(1));
    }

    @Test
    void whatCannotBePostedIsRefusedInWords() {
        post("/sim/posts", Map.of("as", "nobody", "text", "x"))
                .then()
                .statusCode(404)
                .body("detail", containsString("@nobody"));
        post("/sim/users", Map.of("username", "bob"));
        post("/sim/posts", Map.of("as", "bob")).then().statusCode(400);
        post("/sim/posts", Map.of("as", "bob", "text", "x", "inReplyTo", "12"))
                .then()
                .statusCode(400);
        post("/sim/posts", Map.of("as", "bob", "text", "x", "quote", "abc"))
                .then()
                .statusCode(400);
        post("/sim/messages", Map.of("from", "bob", "to", "bob", "text", "x"))
                .then()
                .statusCode(400);
        post("/sim/limits", Map.of("scale", 0)).then().statusCode(400);
        given().contentType("text/csv").body(" ").post("/sim/replay").then().statusCode(400);
    }

    @Test
    void theLedgerTellsEverythingInOrder() {
        post("/sim/users", Map.of("username", "acme"));
        post("/sim/users", Map.of("username", "bob"));
        String question =
                post("/sim/posts", Map.of("as", "bob", "text", "@acme hi")).path("id");
        post("/sim/messages", Map.of("from", "bob", "to", "acme", "text", "psst"))
                .then()
                .statusCode(201);
        String reply = post("/sim/posts", Map.of("as", "acme", "text", "Hello", "inReplyTo", question))
                .path("id");
        given().delete("/sim/posts/" + reply).then().statusCode(204);
        given().get("/sim/ledger")
                .then()
                .body("items.kind", equalTo(List.of("post", "message", "post")))
                .body("items.by", equalTo(List.of("control", "control", "control")))
                .body("items[1].to", equalTo("acme"))
                .body("items[2].text", equalTo("Hello"))
                .body("items[2].shownText", equalTo("@bob Hello"))
                .body("items[2].inReplyTo", equalTo(question))
                .body("items[2].conversationId", equalTo(question))
                .body("items[2].deletedAt", not(equalTo(null)));
        given().get("/sim/ledger?since=" + question).then().body("items", hasSize(2));
        given().get("/sim/ledger?since=2099-01-01T00:00:00Z").then().body("items", hasSize(0));
        given().get("/sim/ledger?since=yesterday").then().statusCode(400);
    }

    @Test
    void aReplayWaitsForTheBrandAndGoesOn() {
        String csv = HEADING
                + "1,bob,True,Tue Oct 31 22:00:00 +0000 2017,lost!,,\n"
                + "2,acme,False,Tue Oct 31 22:01:00 +0000 2017,Which one?,,1\n"
                + "nonsense\n"
                + "3,bob,True,Tue Oct 31 22:02:00 +0000 2017,the big one,,2\n";
        Response begun = given().contentType("text/csv").body(csv).post("/sim/replay?speed=0");
        begun.then()
                .statusCode(202)
                .body("rows", equalTo(4))
                .body("playable", equalTo(2))
                .body("rejected[0].line", equalTo(4));
        String replay = "/sim/replay/" + begun.path("id");
        await(replay, "waiting");
        Response waiting = given().get(replay);
        waiting.then()
                .body("answers", hasSize(1))
                .body("answers[0].rowId", equalTo("2"))
                .body("answers[0].brand", equalTo("acme"))
                .body("answers[0].answersRow", equalTo("1"));
        String token = post("/sim/tokens", Map.of("username", "acme")).path("accessToken");
        String target = waiting.path("answers[0].answersPostId");
        assertThat(target).isEqualTo(waiting.path("posts.1").toString());
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Which one?", "reply", Map.of("in_reply_to_tweet_id", target)))
                .post("/2/tweets")
                .then()
                .statusCode(201);
        await(replay, "done");
        given().get(replay).then().body("played", equalTo(2)).body("total", equalTo(2));
        post(replay + "/skip", Map.of("rowId", "99")).then().statusCode(404);
    }

    @Test
    void theConsentPageOffersEverybodyAndRefusesWhatIsWrong() {
        post("/sim/users", Map.of("username", "acme", "name", "<b>Acme</b>"));
        String right = "/i/oauth2/authorize?response_type=code&client_id=sim-client&redirect_uri=http://127.0.0.1/cb"
                + "&scope=tweet.read&state=s1&code_challenge_method=S256&code_challenge=" + "a".repeat(43);
        given().get(right)
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("Allow as @acme"))
                .body(containsString("&lt;b&gt;Acme&lt;/b&gt;"));
        given().redirects()
                .follow(false)
                .get(right + "&sim_user=acme")
                .then()
                .statusCode(302)
                .header("Location", containsString("http://127.0.0.1/cb?state=s1&code="));
        given().get(right + "&sim_user=nobody").then().statusCode(400);
        given().get(right.replace("sim-client", "other")).then().statusCode(400);
        given().get(right.replace("S256", "plain")).then().statusCode(400);
    }

    @Test
    void theControlApiIsDocumentedAndXsIsNot() {
        given().accept(ContentType.JSON)
                .get("/sim/openapi")
                .then()
                .statusCode(200)
                .body(
                        "paths.keySet()",
                        hasItems(
                                "/sim/users",
                                "/sim/posts",
                                "/sim/messages",
                                "/sim/replay",
                                "/sim/replay/{id}",
                                "/sim/replay/{id}/skip",
                                "/sim/faults",
                                "/sim/limits",
                                "/sim/ledger",
                                "/sim/reset",
                                "/sim/tokens"))
                .body("paths.keySet()", not(hasItem("/2/tweets")));
    }

    private static void await(String replay, String state) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!given().get(replay).path("state").equals(state)) {
            assertThat(System.nanoTime()).as("still not " + state).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static Response post(String path, Map<String, Object> body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }
}
