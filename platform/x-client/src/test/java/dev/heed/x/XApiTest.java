package dev.heed.x;

import static dev.heed.x.XFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XApiTest {

    private static final String SECRET = "top-secret-token";
    private static final PageRequest FIRST =
            new PageRequest(100, null, null, Instant.parse("2026-11-01T10:00:00.5Z"), null);

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private FakeServer server = new FakeServer(vertx);
    private XApi api = api(Dialect.POSTS, XFixture.TIMEOUT);

    private XApi api(Dialect dialect, Duration timeout) {
        return new XApi(vertx, XFixture.config(server.url(), dialect, timeout), meters);
    }

    @BeforeEach
    void fresh() {
        server.asked().clear();
    }

    @AfterEach
    void stop() {
        api.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theNewDialectIsSent() {
        server.nextAnswer(
                200,
                XFixture.NEW_PAGE,
                "x-rate-limit-limit",
                "300",
                "x-rate-limit-remaining",
                "299",
                "x-rate-limit-reset",
                "4000000000");
        XAnswer<XPage> answer = await(api.mentions("1", FIRST, SECRET));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        XAnswer.Given.class,
                        given -> assertThat(given.limit())
                                .isEqualTo(new RateLimit(300, 299, Instant.ofEpochSecond(4_000_000_000L))));
        FakeServer.Asked asked = server.asked().getFirst();
        assertThat(asked.authorization()).isEqualTo("Bearer " + SECRET);
        assertThat(asked.uri())
                .startsWith("/2/users/1/mentions?")
                .contains("post.fields=", "author_id", "referenced_posts", "max_results=100")
                .contains("start_time=2026-11-01T10%3A00%3A00Z")
                .doesNotContain("tweet.fields");
    }

    @Test
    void theOldDialectIsSent() {
        server.nextAnswer(200, XFixture.OLD_PAGE);
        XAnswer<XPage> answer = await(api(Dialect.TWEETS, XFixture.TIMEOUT)
                .mentions("1", new PageRequest(5, "10", "20", Instant.EPOCH, "abc"), SECRET));

        assertThat(answer).isInstanceOf(XAnswer.Given.class);
        assertThat(server.asked().getFirst().uri())
                .contains("tweet.fields=", "since_id=10", "until_id=20", "pagination_token=abc")
                .doesNotContain("start_time")
                .doesNotContain("post.fields");
    }

    @Test
    void aReplyNamesThePostItAnswers() {
        server.nextAnswer(201, "{\"data\":{\"id\":\"99\",\"text\":\"Hello \\\"there\\\"\"}}");
        assertThat(await(api.createPost("Hello \"there\"", "98", SECRET)))
                .isEqualTo(new XAnswer.Given<>("99", RateLimit.UNKNOWN));
        assertThat(server.asked().getFirst().body())
                .isEqualTo("{\"text\":\"Hello \\\"there\\\"\",\"reply\":{\"in_reply_to_tweet_id\":\"98\"}}");
    }

    @Test
    void usersPostsAndDeletionsAreRead() {
        server.nextAnswer(200, "{\"data\":{\"id\":\"1\",\"username\":\"acme\",\"name\":\"Acme\"}}");
        server.nextAnswer(200, "{\"data\":{\"id\":\"1\",\"username\":\"acme\",\"name\":\"Acme\"}}");
        server.nextAnswer(200, XFixture.NEW_PAGE);
        server.nextAnswer(200, XFixture.NEW_PAGE);
        server.nextAnswer(200, "{\"data\":[{\"id\":\"123\",\"author_id\":\"7\"}]}");
        server.nextAnswer(200, "{\"data\":{\"deleted\":true}}");
        XAnswer<XUser> acme = new XAnswer.Given<>(new XUser("1", "acme", "Acme"), RateLimit.UNKNOWN);

        assertThat(await(api.userByUsername("acme", SECRET))).isEqualTo(acme);
        assertThat(await(api.me(SECRET))).isEqualTo(acme);
        assertThat(await(api.userPosts("1", FIRST, SECRET))).isInstanceOf(XAnswer.Given.class);
        assertThat(await(api.searchRecent("@acme -is:retweet", FIRST, SECRET))).isInstanceOf(XAnswer.Given.class);
        assertThat(await(api.postsByIds(List.of("123", "456"), SECRET))).isInstanceOf(XAnswer.Given.class);
        assertThat(await(api.deletePost("99", SECRET))).isEqualTo(new XAnswer.Given<>(true, RateLimit.UNKNOWN));
        assertThat(server.asked())
                .extracting(FakeServer.Asked::method)
                .containsExactly("GET", "GET", "GET", "GET", "GET", "DELETE");
        assertThat(server.asked().get(3).uri()).contains("query=%40acme%20-is%3Aretweet");
    }

    @Test
    void moreThanTheNameIsAskedForOfAUser() {
        server.nextAnswer(200, "{\"data\":[{\"id\":\"7\",\"username\":\"jo\"}]}");
        server.nextAnswer(200, XFixture.OLD_PAGE);
        assertThat(await(api.usersByIds(List.of("7", "8"), SECRET))).isInstanceOf(XAnswer.Given.class);
        await(api(Dialect.TWEETS, XFixture.TIMEOUT).mentions("1", FIRST, SECRET));
        assertThat(server.asked())
                .extracting(FakeServer.Asked::uri)
                .allMatch(uri -> uri.contains("public_metrics") && uri.contains("verified_type"));
        assertThat(server.asked().getFirst().uri()).contains("/2/users?", "ids=7%2C8");
    }

    @Test
    void aLookUpAsksWhetherPostsAreWithheld() {
        server.nextAnswer(200, "{\"errors\":[]}");
        assertThat(await(api.lookUpPosts(List.of("7", "8"), SECRET))).isInstanceOf(XAnswer.Given.class);
        assertThat(server.asked().getFirst().uri())
                .contains("ids=7%2C8", "withheld")
                .containsOnlyOnce(".fields=attachments");
    }

    @Test
    void nothingLeavesForArgumentsThatXCouldNotTake() {
        assertThat(List.of(
                        await(api.userByUsername("../me", SECRET)),
                        await(api.mentions("1/../2", FIRST, SECRET)),
                        await(api.postsByIds(List.of(), SECRET)),
                        await(api.lookUpPosts(List.of(), SECRET)),
                        await(api.usersByIds(List.of("x"), SECRET)),
                        await(api.deletePost("", SECRET))))
                .allMatch(
                        answer -> answer instanceof XAnswer.Refused<?> refused && refused.refusal() == Refusal.INVALID);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aTokenDoesNotFollowARedirect() {
        server.nextAnswer(302, "", "location", server.url() + "/elsewhere");
        assertThat(await(api.me(SECRET))).isInstanceOf(XAnswer.Unclear.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void silenceIsUnclearAfterTheTimeOut() {
        server.next(request -> {});
        assertThat(await(api(Dialect.POSTS, Duration.ofMillis(200)).createPost("hi", null, SECRET)))
                .isEqualTo(new XAnswer.Unclear<>("no answer from X in time"));
    }

    @Test
    void aBodyThatDripsForeverIsCutOff() {
        server.next(request -> {
            request.response().setChunked(true);
            vertx.setPeriodic(50, timer -> {
                var _ = request.response().write(" ");
            });
        });
        assertThat(await(api(Dialect.POSTS, Duration.ofMillis(400)).me(SECRET)))
                .isEqualTo(new XAnswer.Unclear<>("no answer from X in time"));
    }

    @Test
    void aResetIsUnclearAndTellsNoToken() {
        server.next(request -> {
            var _ = request.connection().close();
        });
        XAnswer<String> answer = await(api.createPost("hi", null, SECRET));
        assertThat(answer).isInstanceOf(XAnswer.Unclear.class);
        assertThat(answer.toString()).doesNotContain(SECRET);
    }

    @Test
    void noServerIsUnclear() {
        server.close();
        assertThat(await(api.me(SECRET))).isInstanceOf(XAnswer.Unclear.class);
        server = new FakeServer(vertx);
    }

    @Test
    void everySubscriptionIsACallAndIsCounted() {
        server.nextAnswer(503, "");
        server.nextAnswer(401, "");
        Uni<XAnswer<XUser>> call = api.me(SECRET);
        assertThat(server.asked()).isEmpty();
        await(call);
        await(call);
        assertThat(server.asked()).hasSize(2);
        assertThat(meters.get("heed.x.calls").tag("outcome", "unclear").timer().count())
                .isEqualTo(1);
        assertThat(meters.get("heed.x.calls")
                        .tag("outcome", "refused_unauthorized")
                        .timer()
                        .count())
                .isEqualTo(1);
    }
}
