package dev.heed.x;

import static dev.heed.x.XFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class XMessagesTest {

    static final String PAGE = """
            {"data":[{"id":"9","event_type":"MessageCreate","text":"hi","sender_id":"77","dm_conversation_id":"77-4711",
            "created_at":"2026-11-01T10:00:00.000Z","attachments":{"media_keys":["3_1","3_2"]}},{"id":"8","event_type":"MessageCreate","sender_id":"77"},{"id":"7"}],
            "includes":{"users":[{"id":"77","username":"bob","name":"Bob"}],"media":[{"media_key":"3_1","type":"photo"}]},"meta":{"next_token":"older","result_count":3}}
            """;

    private final Vertx vertx = Vertx.vertx();
    private final FakeServer server = new FakeServer(vertx);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void stop() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aPageOfMessagesIsReadWithWhatItLacks() {
        server.nextAnswer(200, PAGE);
        XMessages messages = messages(Dialect.POSTS);

        assertThat(await(messages.newest(10, "before", "t0ken")))
                .isInstanceOfSatisfying(
                        XAnswer.Given.class,
                        given -> assertThat(given.value()).isInstanceOfSatisfying(XMessagePage.class, page -> {
                            assertThat(page.messages()).extracting(XMessage::id).containsExactly("9", "8");
                            assertThat(page.messages().getFirst().sender())
                                    .isNotNull()
                                    .extracting(XUser::username)
                                    .isEqualTo("bob");
                            assertThat(page.messages().getFirst().attached()).isEqualTo(2);
                            assertThat(page.messages().getFirst().media())
                                    .containsExactly(new XMedia("photo", null, null));
                            assertThat(page.messages().get(1).text()).isNull();
                            assertThat(page.unreadable()).containsExactly("7");
                            assertThat(page.nextToken()).isEqualTo("older");
                        }));
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.uri())
                    .startsWith("/2/dm_events?")
                    .contains(
                            "pagination_token=before",
                            "max_results=10&",
                            "expansions=sender_id%2Cattachments.media_keys")
                    .doesNotContain("since_id", "text%2Csender_id");
            assertThat(asked.authorization()).isEqualTo("Bearer t0ken");
        });
    }

    @Test
    void theOlderDialectAsksForTheSenderAsAField() {
        server.nextAnswer(200, "{\"meta\":{\"result_count\":0}}");

        assertThat(await(messages(Dialect.TWEETS).newest(100, null, "t0ken")))
                .isInstanceOfSatisfying(
                        XAnswer.Given.class,
                        given -> assertThat(given.value()).isEqualTo(new XMessagePage(List.of(), null, List.of())));
        assertThat(server.asked().getFirst().uri()).contains("sender_id").doesNotContain("pagination_token");
    }

    @Test
    void webhooksAndSubscriptionsAreReadInEitherDialect() {
        XWebhooks webhooks =
                new XWebhooks(vertx, XFixture.config(server.url(), Dialect.POSTS, XFixture.TIMEOUT), meters);
        server.nextAnswer(200, "{\"data\":[{\"id\":\"1\",\"url\":\"https://a/b\",\"valid\":false}]}");
        server.nextAnswer(200, "{\"id\":\"2\",\"url\":\"https://a/b\",\"valid\":true}");
        server.nextAnswer(200, "{\"data\":{\"valid\":true}}");
        server.nextAnswer(
                200,
                "{\"data\":[{\"subscription_id\":\"3\",\"event_type\":\"post.delete\",\"filter\":{\"user_id\":\"4\"},\"webhook_id\":\"1\"}],\"meta\":{\"next_token\":\"more\"}}");
        server.nextAnswer(200, "{\"data\":{\"subscription\":{\"subscription_id\":\"5\"}}}");
        server.nextAnswer(200, "{\"data\":{\"deleted\":true}}");

        assertThat(given(webhooks.all("app"))).isEqualTo(List.of(new XWebhook("1", "https://a/b", false)));
        assertThat(given(webhooks.create("https://a/b", "app"))).isEqualTo(new XWebhook("2", "https://a/b", true));
        assertThat(given(webhooks.validate("1", "app"))).isEqualTo(true);
        assertThat(given(webhooks.subscriptions("before", "app")))
                .isEqualTo(new XSubscriptionPage(List.of(new XSubscription("3", "post.delete", "4", "1")), "more"));
        assertThat(server.asked().getLast().uri()).contains("max_results=1000", "pagination_token=before");
        assertThat(given(webhooks.subscribe("dm.received", "4", "1", "own"))).isEqualTo("5");
        assertThat(server.asked().getLast().body())
                .isEqualTo(
                        "{\"event_type\":\"dm.received\",\"filter\":{\"user_id\":\"4\"},\"tag\":\"heed\",\"webhook_id\":\"1\"}");
        assertThat(given(webhooks.delete("1", "app"))).isEqualTo(true);
        assertThat(server.asked().getLast().uri()).isEqualTo("/2/webhooks/1");
    }

    private XMessages messages(Dialect dialect) {
        return new XMessages(vertx, XFixture.config(server.url(), dialect, XFixture.TIMEOUT), meters);
    }

    private static <T> Object given(Uni<XAnswer<T>> call) {
        return await(call) instanceof XAnswer.Given<T> given ? given.value() : "not given";
    }
}
