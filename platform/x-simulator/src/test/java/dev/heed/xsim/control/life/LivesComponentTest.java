package dev.heed.xsim.control.life;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lives of posts and people, steered by the control API and seen through X's. */
@QuarkusTest
class LivesComponentTest {

    private String acme = "";
    private String bob = "";

    @BeforeEach
    void twoPeople() {
        given().post("/sim/reset").then().statusCode(204);
        acme = control("/sim/users", Map.of("username", "acme")).path("id");
        bob = control("/sim/users", Map.of("username", "bob")).path("id");
    }

    @Test
    void anEditedPostIsListedAsItsNewestVersionAndEveryVersionIsThereById() {
        String first = post("@acme were is it?");
        String second = control("/sim/posts/" + first + "/edit", Map.of("text", "@acme where is it?"))
                .path("id");
        mentions().body("data.id", equalTo(List.of(second)));
        x("/2/tweets?ids=" + first + "," + second + "&post.fields=edit_controls")
                .body("data.text", equalTo(List.of("@acme were is it?", "@acme where is it?")))
                .body("data.edit_history_post_ids", everyItem(equalTo(List.of(first, second))))
                .body("data[1].edit_controls.edits_remaining", equalTo(4));
        given().delete("/sim/posts/" + first).then().statusCode(204);
        x("/2/tweets?ids=" + first + "," + second).body("errors", hasSize(2)).body("data", nullValue());
        control("/sim/posts/" + first + "/edit", Map.of("text", "x"), 404);
        control("/sim/posts/" + post("@acme") + "/edit", Map.of("text", " "), 400);
    }

    @Test
    void theApiEditsOnesOwnPost() {
        String token = token();
        String first = send(token, Map.of("text", "We delever"))
                .statusCode(201)
                .extract()
                .path("data.id");
        send(token, Map.of("text", "We deliver", "edit_options", Map.of("previous_post_id", first)))
                .statusCode(201)
                .body("data.edit_history_post_ids", hasSize(2))
                .body("data.edit_history_post_ids[0]", equalTo(first));
        send(token, Map.of("text", "mine", "edit_options", Map.of("previous_post_id", post("@acme hi"))))
                .statusCode(403);
        send(token, Map.of("text", "x", "edit_options", Map.of())).statusCode(400);
    }

    @Test
    void protectedPostsAreKeptFromEverybodyInXsWords() {
        String question = post("@acme hello");
        control("/sim/users/bob/protect", Map.of()).then().body("isProtected", equalTo(true));
        mentions().body("data", nullValue()).body("meta.result_count", equalTo(0));
        x("/2/tweets?ids=" + question)
                .body("errors[0].type", containsString("not-authorized-for-resource"))
                .body("errors[0].detail", startsWith("Sorry, you are not authorized to see the Tweet with ids: ["));
        x("/2/users/" + bob + "/tweets")
                .body(
                        "errors[0].detail",
                        equalTo("Sorry, you are not authorized to see the user with id: [" + bob + "]."));
        x("/2/users/" + bob + "?user.fields=protected").body("data.protected", equalTo(true));
        answer(question)
                .statusCode(403)
                .body("detail", equalTo("You attempted to reply to a Tweet that is deleted or not visible to you."));
        control("/sim/users/bob/unprotect", Map.of());
        mentions().body("data.id", equalTo(List.of(question)));
        control("/sim/users/nobody/protect", Map.of(), 404);
    }

    @Test
    void aSuspendedAccountIsToldOfAndADeactivatedOneIsNot() {
        String question = post("@acme hello");
        control("/sim/users/bob/suspend", Map.of()).then().body("standing", equalTo("suspended"));
        x("/2/users/" + bob)
                .body("errors[0].title", equalTo("Forbidden"))
                .body("errors[0].detail", equalTo("User has been suspended: [" + bob + "]."));
        x("/2/tweets/" + question).body("errors[0].title", equalTo("Authorization Error"));
        control("/sim/posts", Map.of("as", "bob", "text", "hey"), 400);
        control("/sim/users/bob/unsuspend", Map.of());
        control("/sim/users/bob/deactivate", Map.of());
        x("/2/users/by/username/bob").body("errors[0].detail", equalTo("Could not find user with username: [bob]."));
        x("/2/tweets/" + question)
                .body("errors[0].detail", equalTo("Could not find tweet with id: [" + question + "]."));
        control("/sim/users/bob/reactivate", Map.of());
        x("/2/tweets/" + question).body("data.id", equalTo(question));
    }

    @Test
    void whatAPostAnswersIsIncludedWithItsAuthorOrToldToBeOutOfSight() {
        String root =
                control("/sim/posts", Map.of("as", "bob", "text", "the root")).path("id");
        String reply = control("/sim/posts", Map.of("as", "acme", "text", "hm", "inReplyTo", root))
                .path("id");
        String modern = "/2/tweets/" + reply + "?expansions=author_id,referenced_posts";
        String older = "/2/tweets/" + reply + "?tweet.fields=author_id&expansions=referenced_tweets.id.author_id";
        x(modern)
                .body("includes.posts.id", equalTo(List.of(root)))
                .body("includes.users.id", equalTo(List.of(acme, bob)));
        x(older).body("includes.tweets.id", equalTo(List.of(root))).body("includes.users.id", equalTo(List.of(bob)));
        control("/sim/users/bob/protect", Map.of());
        x(modern)
                .body("data.referenced_posts[0].id", equalTo(root))
                .body("includes.posts", nullValue())
                .body("errors[0].section", equalTo("includes"));
        given().delete("/sim/posts/" + root).then().statusCode(204);
        x(older).body("errors[0].detail", equalTo("Could not find tweet with referenced_tweets.id: [" + root + "]."));
    }

    @Test
    void pagesThatAreCutFirstComeShortOrEmptyAndLeadOn() {
        control("/sim/users", Map.of("username", "eve"));
        List<String> older = List.of(post("@acme 1"), post("@acme 2"));
        for (int i = 0; i < 10; i++) {
            control("/sim/posts", Map.of("as", "eve", "text", "@acme " + i));
        }
        String newest = post("@acme 3");
        control("/sim/users/eve/suspend", Map.of());
        mentions().body("data.id", equalTo(List.of(newest, older.getLast(), older.getFirst())));

        control("/sim/pages", Map.of("thin", true), 204);
        String timeline = "/2/users/" + acme + "/mentions?max_results=5";
        String second =
                x(timeline).body("data.id", equalTo(List.of(newest))).extract().path("meta.next_token");
        String third = x(timeline + "&pagination_token=" + second)
                .body("data", nullValue())
                .body("meta.result_count", equalTo(0))
                .extract()
                .path("meta.next_token");
        x(timeline + "&pagination_token=" + third)
                .body("data.id", equalTo(older.reversed()))
                .body("meta.next_token", nullValue());
        String search = "/2/tweets/search/recent?query=@acme&max_results=10";
        String rest =
                x(search).body("data.id", equalTo(List.of(newest))).extract().path("meta.next_token");
        x(search + "&next_token=" + rest).body("data.id", equalTo(older.reversed()));

        control("/sim/pages", Map.of(), 204);
        x(timeline).body("data", hasSize(3));
    }

    @Test
    void withholdingIsMarked() {
        String question = post("@acme hello");
        control("/sim/posts/" + question + "/withhold", Map.of("countries", List.of("DE", "TR")), 204);
        x("/2/tweets/" + question + "?post.fields=withheld")
                .body("data.withheld.country_codes", equalTo(List.of("DE", "TR")))
                .body("data.withheld.scope", equalTo("post"));
        mentions().body("data", hasSize(1));
        control("/sim/posts/" + question + "/withhold", Map.of("countries", List.of("XX")), 204);
        mentions().body("data", nullValue());
        control("/sim/posts/" + question + "/withhold", Map.of("countries", List.of("Germany")), 400);
        control("/sim/posts/1/withhold", Map.of("countries", List.of("DE")), 404);
    }

    @Test
    void aProfileChangesAndTheIdStays() {
        given().contentType(ContentType.JSON)
                .body(Map.of("followers", 120_000, "verified", true, "username", "bobby", "name", "Bob B."))
                .patch("/sim/users/bob")
                .then()
                .statusCode(200);
        x("/2/users/by/username/bobby?user.fields=public_metrics,verified")
                .body("data.id", equalTo(bob))
                .body("data.name", equalTo("Bob B."))
                .body("data.verified", equalTo(true))
                .body("data.public_metrics.followers_count", equalTo(120_000));
        x("/2/users/by/username/bob").body("data", nullValue());
        given().contentType(ContentType.JSON)
                .body(Map.of("username", "acme"))
                .patch("/sim/users/bobby")
                .then()
                .statusCode(400);
    }

    @Test
    void picturesPollsLongPostsAndRepostsAreShown() {
        String picture = control(
                        "/sim/posts",
                        Map.of(
                                "as",
                                "bob",
                                "text",
                                "@acme look & see https://example.com/a",
                                "lang",
                                "de",
                                "media",
                                List.of(Map.of("type", "photo", "altText", "a dented box"), Map.of("type", "video"))))
                .path("id");
        String poll = control(
                        "/sim/posts",
                        Map.of(
                                "as",
                                "bob",
                                "text",
                                "@acme which?",
                                "poll",
                                Map.of("options", List.of("this", "that"), "minutes", 60)))
                .path("id");
        String words = "@acme " + "so much to say ".repeat(30);
        String whole = post(words);
        control("/sim/posts", Map.of("as", "acme", "repostOf", picture));
        String all =
                "?post.fields=attachments,note_post,entities,lang,public_metrics&media.fields=alt_text,url,preview_image_url"
                        + "&poll.fields=voting_status&expansions=attachments.media_keys,attachments.poll_ids";
        x("/2/tweets/" + picture + all)
                .body("data.text", startsWith("@acme look &amp; see https://t.co/"))
                .body("data.lang", equalTo("de"))
                .body("data.attachments.media_keys", hasSize(2))
                .body("data.entities.urls.expanded_url[0]", equalTo("https://example.com/a"))
                .body("data.public_metrics.repost_count", equalTo(1))
                .body("includes.media.type", equalTo(List.of("photo", "video")))
                .body("includes.media[0].alt_text", equalTo("a dented box"))
                .body("includes.media[0].url", startsWith("https://pbs.twimg.com/media/"))
                .body("includes.media[1].preview_image_url", startsWith("https://"));
        x("/2/tweets/" + poll + all)
                .body("includes.polls[0].options.label", equalTo(List.of("this", "that")))
                .body("includes.polls[0].voting_status", equalTo("open"));
        x("/2/tweets/" + whole + all)
                .body("data.text", containsString("\u2026 https://t.co/"))
                .body("data.note_post.text", equalTo(words))
                .body("data.note_post.entities.mentions[0].username", equalTo("acme"));
        x("/2/users/" + acme + "/tweets?expansions=referenced_posts")
                .body("data[0].text", startsWith("RT @bob: @acme look &amp; see https://t.co/"))
                .body("data[0].referenced_posts[0].type", equalTo("retweeted"))
                .body("includes.posts[0].id", equalTo(picture));
        x("/2/users/" + acme + "/tweets?exclude=retweets").body("data", nullValue());
        mentions().body("data", hasSize(3));
        x("/2/tweets/search/recent?query=look is:retweet").body("data", hasSize(1));
        x("/2/tweets/search/recent?query=look -is:retweet has:media lang:de")
                .body("data.id", equalTo(List.of(picture)));
    }

    @Test
    void whatCannotHangOnAPostIsRefusedInWords() {
        control("/sim/posts", Map.of("as", "bob", "text", "x", "media", List.of(Map.of("type", "hologram"))), 400);
        control(
                "/sim/posts",
                Map.of("as", "bob", "text", "x", "poll", Map.of("options", List.of("one"), "minutes", 60)),
                400);
        control("/sim/posts", Map.of("as", "bob", "text", "x", "createdAt", "2999-01-01T00:00:00Z"), 400);
        control("/sim/posts", Map.of("as", "bob", "text", "x", "createdAt", "yesterday"), 400);
        control("/sim/posts", Map.of("as", "bob", "text", "x", "appearsAfter", Map.of("mentions", -1)), 400);
        control("/sim/posts", Map.of("as", "bob", "repostOf", "1"), 400);
        control("/sim/posts", Map.of("as", "bob"), 400);
    }

    @Test
    void latePostsAreNotThereAtFirstAndOutOfOrderOnesAreInTheirPlace() {
        Instant past = Instant.now().minusSeconds(120).truncatedTo(ChronoUnit.SECONDS);
        String newest = post("@acme new");
        String old = control("/sim/posts", Map.of("as", "bob", "text", "@acme old", "createdAt", past.toString()))
                .path("id");
        mentions().body("data.id", equalTo(List.of(newest, old)));
        String late = control(
                        "/sim/posts",
                        Map.of(
                                "as",
                                "bob",
                                "text",
                                "@acme late",
                                "appearsAfter",
                                Map.of("mentions", 3_600_000, "search", 0, "lookup", 0)))
                .path("id");
        mentions().body("data.id", equalTo(List.of(newest, old)));
        x("/2/tweets/" + late).body("data.id", equalTo(late));
        x("/2/tweets/search/recent?query=@acme").body("data.id", equalTo(List.of(late, newest, old)));
        control("/sim/lateness", Map.of("mentionsMillis", 3_600_000, "every", 2), 204);
        String inTime = post("@acme one");
        post("@acme two");
        mentions().body("data.id", equalTo(List.of(inTime, newest, old)));
        control("/sim/lateness", Map.of(), 204);
        control("/sim/lateness", Map.of("every", 0), 400);
    }

    @Test
    void aBurstArrivesAndWhatWasServedFirstWhenIsTold() {
        control("/sim/burst", Map.of("to", "acme", "count", 250, "authors", 9), 202);
        control("/sim/burst", Map.of("to", "nobody", "count", 1), 404);
        control("/sim/burst", Map.of("to", "acme", "count", 0), 400);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (given().get("/sim/ledger").path("items.size()").equals(250) == false) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        given().get("/sim/served").then().body("items", hasSize(0));
        List<String> page = mentions().body("data", hasSize(10)).extract().path("data.id");
        x("/2/tweets/search/recent?query=@acme").body("data", hasSize(10));
        x("/2/tweets/" + page.getLast());
        given().get("/sim/served")
                .then()
                .body("items.postId", equalTo(page))
                .body("items.endpoint", everyItem(equalTo("mentions")))
                .body("items[0].at", containsString("T"))
                .body("next", equalTo(10));
        given().get("/sim/served?since=9").then().body("items", hasSize(1));
        control("/sim/faults", Map.of("endpoint", "mentions", "status", 503, "afterEffect", true), 204);
        given().auth()
                .oauth2("sim-bearer")
                .get("/2/users/" + acme + "/mentions?max_results=100")
                .then()
                .statusCode(503);
        given().get("/sim/served?since=10").then().body("items", hasSize(0)).body("next", equalTo(10));
        x("/2/users/" + acme + "/mentions?max_results=100").body("meta.result_count", equalTo(100));
        given().get("/sim/served?since=10").then().body("items.size()", greaterThan(80));
    }

    private ValidatableResponse mentions() {
        return x("/2/users/" + acme + "/mentions");
    }

    private static ValidatableResponse x(String path) {
        return given().auth().oauth2("sim-bearer").get(path).then().statusCode(200);
    }

    private ValidatableResponse answer(String post) {
        return send(token(), Map.of("text", "Hello", "reply", Map.of("in_reply_to_tweet_id", post)));
    }

    private static ValidatableResponse send(String token, Map<String, Object> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/2/tweets")
                .then();
    }

    private static String token() {
        return control("/sim/tokens", Map.of("username", "acme")).path("accessToken");
    }

    private static String post(String text) {
        return control("/sim/posts", Map.of("as", "bob", "text", text)).path("id");
    }

    private static Response control(String path, Map<String, Object> body) {
        Response answer = given().contentType(ContentType.JSON).body(body).post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
        return answer;
    }

    private static void control(String path, Map<String, Object> body, int status) {
        given().contentType(ContentType.JSON).body(body).post(path).then().statusCode(status);
    }
}
