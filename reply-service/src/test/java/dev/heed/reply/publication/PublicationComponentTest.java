package dev.heed.reply.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heed.reply.Desk;
import dev.heed.reply.FakeX;
import dev.heed.reply.Parts;
import dev.heed.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the draft to the post, over the real database and broker, against an X that misbehaves as planned. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "reply"))
@QuarkusTestResource(FakeX.class)
class PublicationComponentTest {
    private Parts parts;
    private Desk desk;

    @BeforeEach
    void open() throws IOException, TimeoutException {
        parts = new Parts();
        desk = new Desk(parts).connect().ticket();
    }

    @AfterEach
    void close() throws IOException {
        parts.close();
    }

    @Test
    void a_reply_whose_post_was_withdrawn_while_it_waited_is_not_posted() {
        String id = desk.intend("Too late");
        parts.ticket(desk.ticket, 2, desk.account, "agent", List.of(desk.post), List.of(desk.post), "5551");
        parts.seal(id, "intent");

        JsonObject refused = Desk.await(id, "refused");

        assertThat(refused.getJsonObject("refusal").getString("reason")).isEqualTo("withdrawn-post");
        assertThat(refused.getInteger("attempts")).isZero();
        assertThat(FakeX.repliesTo(desk.post)).isEmpty();
    }

    @Test
    void a_sealed_reply_is_posted_once_and_told() throws IOException {
        String heard = parts.listenTo("reply.#");

        String id = desk.publish("We are on it & sorry <3");
        JsonObject published = Desk.await(id, "published");

        assertThat(FakeX.repliesTo(desk.post))
                .singleElement()
                .satisfies(post -> assertThat(post.getString("id")).isEqualTo(published.getString("postId")));
        assertThat(published.getString("howKnown")).isEqualTo("answer");
        List<JsonObject> events = new ArrayList<>();
        await().atMost(Desk.PATIENCE).until(() -> {
            events.addAll(parts.take(heard));
            return events.size() >= 2;
        });
        assertThat(events)
                .extracting(event -> event.getString("type"))
                .containsExactly("reply.intended.v1", "reply.published.v1");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.getString("traceparent")).startsWith("00-" + Parts.TRACE_ID));
    }

    @Test
    void what_is_not_sealed_is_not_posted() {
        String unsealed = desk.intend("No record, no post");
        parts.seal(unsealed, "response");
        String unsealedPost = desk.post;
        String sealed = desk.ticket().publish("This one is on record");

        Desk.await(sealed, "published");

        assertThat(Desk.show(unsealed).getString("state")).isEqualTo("intended");
        assertThat(Desk.show(unsealed).getString("holdReason")).contains("audit log");
        assertThat(FakeX.repliesTo(unsealedPost)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error-after", "error-hidden", "error-unavailable", "silence-after"})
    void a_post_that_landed_without_a_good_answer_is_found_and_not_repeated(String misbehaviour) {
        FakeX.plan("Landed " + misbehaviour, misbehaviour);

        JsonObject published = Desk.await(desk.publish("Landed " + misbehaviour), "published");

        assertThat(published.getString("howKnown")).isEqualTo("reconciled");
        assertThat(published.getInteger("attempts")).isEqualTo(1);
        assertThat(FakeX.repliesTo(desk.post)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error-before", "silence-before"})
    void a_post_that_surely_did_not_land_is_tried_once_more(String misbehaviour) {
        FakeX.plan("Lost " + misbehaviour, misbehaviour);

        JsonObject published = Desk.await(desk.publish("Lost " + misbehaviour), "published");

        assertThat(published.getString("howKnown")).isEqualTo("answer");
        assertThat(published.getInteger("attempts")).isEqualTo(2);
        assertThat(FakeX.repliesTo(desk.post)).hasSize(1);
    }

    @Test
    void a_duplicate_that_is_ours_is_found() {
        // X takes the post, and a proxy on the way sends it a second time: the answer that comes back is the second
        // one's.
        String id = desk.intend("Said once");
        FakeX.plan("Said once", "duplicate");
        String there = FakeX.putPost(desk.account, "Said once", desk.post);
        parts.seal(id, "intent");

        JsonObject published = Desk.await(id, "published");

        assertThat(published.getString("postId")).isEqualTo(there);
        assertThat(FakeX.repliesTo(desk.post)).hasSize(1);
    }

    @Test
    void a_duplicate_after_an_unclear_call_is_that_call_and_found() {
        FakeX.plan("Shown very late", "error-before", "duplicate-shown");

        JsonObject published = Desk.await(desk.publish("Shown very late"), "published");

        assertThat(published.getString("howKnown")).isEqualTo("reconciled");
        assertThat(published.getInteger("attempts")).isEqualTo(2);
        assertThat(FakeX.repliesTo(desk.post)).hasSize(1);
    }

    @Test
    void a_duplicate_of_an_older_post_is_refused_in_words() {
        FakeX.plan("Said last week", "duplicate");

        JsonObject refused = Desk.await(desk.publish("Said last week"), "refused");

        assertThat(refused.getJsonObject("refusal").getString("reason")).isEqualTo("duplicate");
        assertThat(refused.getJsonObject("refusal").getString("detail")).contains("Say it differently");
        assertThat(FakeX.repliesTo(desk.post)).isEmpty();
    }

    @Test
    void a_clear_no_is_shown_in_words_and_frees_the_post() throws IOException {
        FakeX.plan("Uninvited", "not-summoned");
        String heard = parts.listenTo("reply.refused.*");

        JsonObject refused = Desk.await(desk.publish("Uninvited"), "refused");

        assertThat(refused.getJsonObject("refusal").getString("reason")).isEqualTo("not-summoned");
        await().atMost(Desk.PATIENCE).until(() -> !parts.take(heard).isEmpty());
        Desk.await(desk.publish("Invited"), "published");
    }

    @Test
    void a_limit_is_obeyed_and_the_last_call_of_a_window_is_the_signal() {
        FakeX.plan("The last one", "given-last");
        Desk.await(desk.publish("The last one"), "published");
        FakeX.plan("Too early", "limited");
        String after = desk.ticket().publish("After the window");

        JsonObject published = Desk.await(after, "published");

        assertThat(published.getInteger("attempts")).isEqualTo(1);
        assertThat(parts.read(
                        "select posting_from <= ended_at from publication join account_pace using (account_id) where id = '"
                                + after + "'"))
                .isEqualTo("t");
        Desk.await(desk.ticket().publish("Too early"), "published");
        assertThat(FakeX.repliesTo(desk.post)).hasSize(1);
    }

    @Test
    void two_replies_to_one_post_are_never_under_way_at_once() {
        String first = desk.intend("First");
        String second = desk.draft("Second");

        Desk.as("agent", "agent")
                .post("/api/reply/drafts/" + second + "/publish")
                .then()
                .statusCode(409)
                .body("type", org.hamcrest.Matchers.endsWith("another-reply-in-flight"))
                .body("detail", org.hamcrest.Matchers.containsString(first));
    }

    @Test
    void a_second_unclear_outcome_waits_for_a_lead_and_blocks_its_ticket() {
        FakeX.plan("Nobody knows", "error-before", "error-before");
        String id = desk.publish("Nobody knows");
        await().atMost(Desk.PATIENCE)
                .until(() -> Boolean.TRUE.equals(Desk.show(id).getBoolean("needsPerson")));

        String other = desk.draft("Something else");
        Desk.as("agent", "agent")
                .post("/api/reply/drafts/" + other + "/publish")
                .then()
                .statusCode(409)
                .body("type", org.hamcrest.Matchers.endsWith("another-reply-in-flight"));
        String body = new JsonObject()
                .put("outcome", "absent")
                .put("reason", "I looked at the profile")
                .encode();
        Desk.as("agent", "agent").body(body).post(settle(id)).then().statusCode(403);
        Desk.as("lead", "agent", "lead").body(body).post(settle(id)).then().statusCode(200);

        assertThat(Desk.show(id).getJsonObject("refusal").getString("detail")).contains("lead", "I looked");
        Desk.as("agent", "agent")
                .post("/api/reply/drafts/" + other + "/publish")
                .then()
                .statusCode(202);
        Desk.as("lead", "lead").body(body).post(settle(id)).then().statusCode(409);
    }

    @Test
    void a_lead_who_sees_the_post_settles_it_as_published() {
        FakeX.plan("I can see it", "error-before", "error-before");
        String id = desk.publish("I can see it");
        await().atMost(Desk.PATIENCE)
                .until(() -> Boolean.TRUE.equals(Desk.show(id).getBoolean("needsPerson")));

        Desk.as("lead", "lead")
                .body(new JsonObject()
                        .put("outcome", "published")
                        .put("postId", "123" + desk.post)
                        .put("reason", "It is under the customer's post")
                        .encode())
                .post(settle(id))
                .then()
                .statusCode(200);

        assertThat(Desk.show(id).getString("postId")).isEqualTo("123" + desk.post);
        Desk.as("lead", "lead")
                .get("/api/reply/publications?state=published&limit=1")
                .then()
                .statusCode(200)
                .body("items", org.hamcrest.Matchers.hasSize(1));
    }

    private static String settle(String id) {
        return "/api/reply/publications/" + id + "/settle";
    }
}
