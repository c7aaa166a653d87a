package dev.heed.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.testing.OddJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever comes over the wire, an answer comes of it. */
class AnswersPropertyTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private static final List<Function<JsonNode, Optional<?>>> SHAPES = List.of(
            Shapes::user,
            Shapes::page,
            Shapes::posts,
            Shapes::createdId,
            Shapes::deleted,
            UserShapes::several,
            MessageShapes::page,
            WebhookShapes::webhooks,
            WebhookShapes::webhook,
            WebhookShapes::validated,
            WebhookShapes::subscriptions,
            WebhookShapes::subscribed,
            json -> LookUpShape.read(json, LookUpShapeTest.ASKED),
            json -> Shapes.tokens(json, NOW));

    /** One of every kind that X answers or delivers. */
    private static final List<String> REAL = List.of(
            XFixture.NEW_PAGE,
            XFixture.OLD_PAGE,
            XMessagesTest.PAGE,
            ActivityTest.NEW,
            ActivityTest.OLD,
            ActivityTest.DELIVERED,
            LookUpShapeTest.ANSWER,
            """
            {"data":{"event_type":"post.delete","event_uuid":"12","filter":{"user_id":"4711"},"payload":{"id":"5","author_id":"77"}}}
            """,
            """
            {"data":{"event_type":"dm.received","event_uuid":"13","filter":{"user_id":"4711"},"payload":{"id":"9","event_type":"MessageCreate",
            "text":"hi","sender_id":"77","dm_conversation_id":"77-4711","created_at":"2026-11-01T10:00:00.000Z",
            "attachments":{"media_keys":["3_1"]}},"includes":{"users":[{"id":"77","username":"bob","name":"Bob"}],
            "media":[{"media_key":"3_1","type":"photo","url":"https://pbs.example/1.jpg"}]}}}
            """,
            """
            {"data":[{"subscription_id":"3","event_type":"post.delete","filter":{"user_id":"4"},"webhook_id":"1","tag":"heed"}],
            "meta":{"result_count":1,"next_token":"older"}}
            """,
            """
            {"data":{"subscription":{"subscription_id":"5","webhook_id":"1"},"valid":true},"meta":{"total_subscriptions":1}}
            """,
            """
            {"data":[{"id":"1","url":"https://a/b","valid":false,"created_at":"2026-11-01T10:00:00.000Z"}],"meta":{"result_count":1}}
            """,
            """
            {"data":[{"id":"7","username":"jo","name":"Jo","verified":true,"verified_type":"blue","protected":false,
            "public_metrics":{"followers_count":97},"created_at":"2020-01-01T00:00:00.000Z"}],
            "errors":[{"resource_id":"8","title":"Forbidden","detail":"User has been suspended: [8].","type":"https://api.x.com/2/problems/resource-not-found"}]}
            """,
            """
            {"data":{"id":"7","text":"posted","edit_history_post_ids":["7"],"deleted":true}}
            """,
            """
            {"token_type":"bearer","expires_in":7200,"access_token":"a","refresh_token":"r","scope":"tweet.read users.read"}
            """,
            """
            {"title":"Forbidden","detail":"Not permitted.","status":403,"type":"about:blank","errors":[{"message":"no","code":88,"parameters":{"id":["x"]}}]}
            """);

    @Property(tries = 400)
    void anyTextIsAnswered(@ForAll @IntRange(min = 100, max = 599) int status, @ForAll String body) {
        readEveryWay(status, body, Map.of());
    }

    @Property(tries = 1000)
    void anyJsonWithTheRightNamesAndTheWrongThingsIsAnswered(
            @ForAll @IntRange(min = 200, max = 503) int status, @ForAll("json") String body) {
        readEveryWay(status, body, Map.of());
    }

    @Property(tries = 400)
    void anyCutOfARealPageIsAnswered(@ForAll @IntRange(min = 0, max = 2400) int at, @ForAll char replaced) {
        String page = XFixture.NEW_PAGE;
        int cut = Math.min(at, page.length() - 1);
        readEveryWay(200, page.substring(0, cut), Map.of());
        readEveryWay(200, page.substring(0, cut) + replaced + page.substring(cut + 1), Map.of());
    }

    @Property(tries = 5000)
    void anyRealBodyWithSomethingOddInItIsAnswered(
            @ForAll @IntRange(max = 200) int which,
            @ForAll @IntRange(min = 0, max = 9) int refused,
            @ForAll long seed) {
        String body = OddJson.of(REAL.get(which % REAL.size()), new Random(seed));
        readEveryWay(refused == 0 ? 403 : 200, body, Map.of());
        LookUpShape.read(Answers.parse(body), LookUpShapeTest.ASKED)
                .ifPresent(read -> assertThat(read.missing().keySet())
                        .as("what was asked for")
                        .isSubsetOf(LookUpShapeTest.ASKED));
    }

    @Property(tries = 400)
    void anyHeaderIsAnswered(
            @ForAll("headerText") String a, @ForAll("headerText") String b, @ForAll("headerText") String c) {
        Map<String, String> headers =
                Map.of("x-rate-limit-limit", a, "x-rate-limit-remaining", b, "x-rate-limit-reset", c, "retry-after", a);
        readEveryWay(200, "{\"data\":[]}", headers);
        readEveryWay(429, "", headers);
    }

    private static void readEveryWay(int status, String body, Map<String, String> headers) {
        assertThat(XActivity.read(body).what()).isNotNull();
        for (Function<JsonNode, Optional<?>> shape : SHAPES) {
            XAnswer<Object> answer = Answers.of(
                    new Reply(status, headers, body),
                    NOW,
                    json -> shape.apply(json).map(Object.class::cast));
            assertThat(answer).isNotNull();
            if (answer instanceof XAnswer.Limited<Object> limited) {
                assertThat(limited.until()).isAfter(NOW);
            }
        }
    }

    @Provide
    Arbitrary<String> headerText() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(String::valueOf), Arbitraries.strings().ofMaxLength(5));
    }

    @Provide
    Arbitrary<String> json() {
        return json(4);
    }

    private static Arbitrary<String> json(int depth) {
        Arbitrary<String> names = Arbitraries.of(
                "data",
                "errors",
                "includes",
                "users",
                "meta",
                "next_token",
                "id",
                "author_id",
                "text",
                "created_at",
                "referenced_posts",
                "note_post",
                "entities",
                "mentions",
                "username",
                "posts",
                "media",
                "media_key",
                "media_keys",
                "attachments",
                "variants",
                "urls",
                "url",
                "expanded_url",
                "type",
                "detail",
                "code",
                "message",
                "edit_history_tweet_ids",
                "deleted",
                "access_token",
                "expires_in",
                "scope",
                "title",
                "conversation_id",
                "public_metrics",
                "followers_count",
                "verified",
                "resource_id");
        Arbitrary<String> leaves = Arbitraries.oneOf(
                Arbitraries.of(
                        "null",
                        "true",
                        "-1",
                        "1e400",
                        "88",
                        "9999999999999999999",
                        "\"\"",
                        "\"12\"",
                        "{}",
                        "[]",
                        "\"9999999999999999999\"",
                        "\"replied_to\"",
                        "\"photo\"",
                        "\"https://t.co/a\"",
                        "\"+1000000000-01-01T00:00:00Z\""),
                Arbitraries.strings().alpha().ofMaxLength(4).map(text -> "\"" + text + "\""));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<String> inner = json(depth - 1);
        return Arbitraries.oneOf(
                leaves,
                Combinators.combine(names, inner).as("{\"%s\":%s}"::formatted),
                Combinators.combine(names, inner, names, inner).as("{\"%s\":%s,\"%s\":%s}"::formatted),
                inner.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]"));
    }
}
