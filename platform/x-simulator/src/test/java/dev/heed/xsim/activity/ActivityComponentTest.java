package dev.heed.xsim.activity;

import static dev.heed.xsim.Subscriber.APP;
import static dev.heed.xsim.Subscriber.control;
import static dev.heed.xsim.Subscriber.posts;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.xsim.Hasty;
import dev.heed.xsim.Receiver;
import dev.heed.xsim.Subscriber;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who subscribes is told what goes on, each as X tells it. */
@QuarkusTest
@TestProfile(Hasty.class)
class ActivityComponentTest {

    @SuppressWarnings("NullAway.Init") // before each test
    private Subscriber app;

    @BeforeEach
    void begin() {
        app = new Subscriber();
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void aMentionIsToldAtOnceSignedAndWithItsAuthor() {
        app.subscribe("post.mention.create");
        String post = posts("bob", "Hi @acme, where is it?");
        app.awaitTold(1);
        Receiver.Told told = app.receiver.told.getFirst();
        assertThat(told.genuine()).isTrue();
        assertThat(told.text("/data/event_type")).isEqualTo("post.mention.create");
        assertThat(told.text("/data/event_uuid")).matches("[0-9]+");
        assertThat(told.text("/data/filter/user_id")).isEqualTo(app.acme);
        assertThat(told.text("/data/tag")).isEqualTo("heed");
        assertThat(told.text("/data/payload/id")).isEqualTo(post);
        assertThat(told.text("/data/payload/text")).isEqualTo("Hi @acme, where is it?");
        assertThat(told.text("/data/payload/author_id")).isEqualTo(app.bob);
        assertThat(told.text("/data/payload/edit_history_post_ids/0")).isEqualTo(post);
        assertThat(told.body().at("/data/includes/users").findValuesAsText("username"))
                .contains("bob", "acme");
    }

    @Test
    void aReplyIsNoMentionUnlessItsAuthorWroteTheHandle() {
        app.subscribe("post.mention.create");
        app.subscribe("post.reply.create", "inbound");
        app.subscribe("post.quote.create", "inbound");
        String own = posts("acme", "News");
        String reply = reply("bob", "Great", own);
        String between = reply("eve", "I think so too", reply);
        String quote = control("/sim/posts", Map.of("as", "eve", "text", "See", "quote", own))
                .path("id");
        String last = posts("bob", "@acme bye");
        app.awaitTold(3);
        assertThat(app.receiver.summary())
                .containsExactlyInAnyOrder(
                        "post.reply.create " + reply, "post.quote.create " + quote, "post.mention.create " + last)
                .noneMatch(one -> one.contains(between));
    }

    @Test
    void aNewVersionOfAnEditedPostIsToldWithItsHistory() {
        app.subscribe("post.mention.create");
        String first = posts("bob", "@acme it came");
        String second = control("/sim/posts/" + first + "/edit", Map.of("text", "@acme it never came"))
                .path("id");
        app.awaitTold(2);
        Receiver.Told told = app.receiver.told.stream()
                .filter(one -> one.text("/data/payload/id").equals(second))
                .findFirst()
                .orElseThrow();
        assertThat(told.text("/data/payload/text")).isEqualTo("@acme it never came");
        assertThat(told.body().at("/data/payload/edit_history_post_ids"))
                .extracting(JsonNode::asText)
                .containsExactly(first, second);
    }

    @Test
    void whatAProtectedAccountPostsIsToldToNobody() {
        app.subscribe("post.mention.create");
        control("/sim/users/bob/protect", Map.of());
        posts("bob", "@acme psst");
        control("/sim/users/bob/unprotect", Map.of());
        String last = posts("bob", "@acme hello");
        app.awaitTold(1);
        assertThat(app.receiver.summary()).containsExactly("post.mention.create " + last);
    }

    @Test
    void ownPostsAndDeletionsAreTold() {
        var _ = app.subscribe(APP, app.subscription("post.create", app.acme));
        var _ = app.subscribe(APP, app.subscription("post.delete", app.bob));
        String own = posts("acme", "News");
        String other = posts("bob", "@acme hi");
        given().delete("/sim/posts/" + other).then().statusCode(204);
        app.awaitTold(2);
        assertThat(app.receiver.summary()).containsExactlyInAnyOrder("post.create " + own, "post.delete " + other);
        assertThat(app.receiver.told.stream()
                        .filter(told -> told.text("/data/event_type").equals("post.delete"))
                        .map(told -> told.text("/data/payload/author_id")))
                .containsExactly(app.bob);
    }

    @Test
    void aDirectMessageIsTold() {
        app.subscribe("dm.received");
        String message = control("/sim/messages", Map.of("from", "bob", "to", "acme", "text", "psst"))
                .path("id");
        app.awaitTold(1);
        Receiver.Told told = app.receiver.told.getFirst();
        String event = "/data/payload/direct_message_events/0";
        assertThat(told.text(event + "/id")).isEqualTo(message);
        assertThat(told.text(event + "/type")).isEqualTo("message_create");
        assertThat(told.text(event + "/created_timestamp")).matches("[0-9]{13}");
        assertThat(told.text(event + "/message_create/sender_id")).isEqualTo(app.bob);
        assertThat(told.text(event + "/message_create/target/recipient_id")).isEqualTo(app.acme);
        assertThat(told.text(event + "/message_create/message_data/text")).isEqualTo("psst");
        assertThat(told.text("/data/payload/users/" + app.bob + "/data/username"))
                .isEqualTo("bob");
    }

    private static String reply(String as, String text, String to) {
        return control("/sim/posts", Map.of("as", as, "text", text, "inReplyTo", to))
                .path("id");
    }
}
