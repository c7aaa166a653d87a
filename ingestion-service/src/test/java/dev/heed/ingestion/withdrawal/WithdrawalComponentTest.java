package dev.heed.ingestion.withdrawal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.HeardEvents;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.intake.TakeIn;
import dev.heed.ingestion.mention.Hearing;
import dev.heed.ingestion.mention.Via;
import dev.heed.ingestion.parent.ParentPost;
import dev.heed.ingestion.parent.ParentPosts;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.ingestion.spending.Budgets;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.testing.Contracts;
import dev.heed.testing.Tokens;
import dev.heed.testing.WholeDatabase;
import dev.heed.x.XPost;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of stored posts that X does not show any longer, on a real database and broker. */
@QuarkusTest
@Parts
class WithdrawalComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    LookUpPosts lookingUp;

    @Inject
    LookUps lookUps;

    @Inject
    Withdrawals withdrawals;

    @Inject
    TakeIn intake;

    @Inject
    ParentPosts parents;

    @Inject
    Transactions transactions;

    @Inject
    Budgets budgets;

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    AccountFixture accounts;

    @Inject
    Database database;

    private final Instant start = Instant.now().minus(Duration.ofMinutes(10));
    private final WholeDatabase whole = WholeDatabase.ofService();
    private Account acme;
    private String secret;
    private HeardEvents ear;

    @BeforeEach
    void listen() throws IOException, TimeoutException {
        x.forget();
        quotas.forget();
        acme = accounts.registered("acme");
        secret = "zebra" + acme.id();
        ear = HeardEvents.ofMentions(acme.id().value());
    }

    @AfterEach
    void close() throws IOException {
        ear.close();
    }

    @Test
    void aPostThatXTwiceDoesNotFindIsErasedEverywhereAndTold() throws InterruptedException {
        String id = heard(post(null));
        x.next(notFound(id), notFound(id));

        due();
        assertThat(turn()).isEqualTo(new TurnEnd.Complete(0));
        assertThat(whole.placesOf(secret)).contains("mention.text");
        assertThat(database.one("select missing_reason from look_up where post_id = '" + id + "'"))
                .isEqualTo("deleted");
        due();
        assertThat(turn()).isEqualTo(new TurnEnd.Complete(0));

        JsonNode event = events("mention.withdrawn.v1").getFirst();
        assertThat(Contracts.violations("mention.withdrawn.v1", event)).isEmpty();
        assertThat(event.at("/data/post/id").asText()).isEqualTo(id);
        assertThat(event.at("/data/reason").asText()).isEqualTo("deleted");
        assertThat(event.toString()).doesNotContain(secret);
        awaitNowhere(secret);
        assertThat(database.one("select withdrawn_reason from mention where post_id = '" + id + "'"))
                .isEqualTo("deleted");
        assertThat(database.one("select count(*) from look_up where post_id = '" + id + "'"))
                .isEqualTo("0");
    }

    @Test
    void nothingIsErasedBecauseXHasTrouble() {
        String id = heard(post(null));
        x.next(
                FakeX.status(503, "{}"),
                FakeX.status(200, "{\"data\":[]}"),
                FakeX.status(200, "not JSON"),
                notFound(id),
                shown(id),
                notFound(id));

        for (int i = 0; i < 6; i++) {
            due();
            turn();
        }

        assertThat(whole.placesOf(secret)).contains("mention.text");
        assertThat(database.one("select missing_reason from look_up where post_id = '" + id + "'"))
                .isEqualTo("deleted");
    }

    @Test
    void whyAPostIsNotForUsIsLearntFromItsAuthor() throws InterruptedException {
        String id = heard(post(null));
        x.next(
                notAuthorized(id),
                notAuthorized(id),
                FakeX.status(
                        200, "{\"errors\":[{\"resource_id\":\"77\",\"detail\":\"User has been suspended: [77].\"}]}"));

        due();
        turn();
        due();
        turn();

        assertThat(events("mention.withdrawn.v1").getFirst().at("/data/reason").asText())
                .isEqualTo("suspended");
    }

    @Test
    void aDeletionThatXTellsIsErasedAtOnceAndOnlyOnce() throws InterruptedException {
        String id = heard(post(null));

        assertThat(deleted(id)).isTrue();
        assertThat(deleted(id)).isFalse();
        assertThat(deleted("1")).isFalse();

        List<JsonNode> told = events("mention.withdrawn.v1");
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().at("/data/howKnown").asText()).isEqualTo("webhook");
        awaitNowhere(secret);
    }

    @Test
    void whatAMentionAnswersIsErasedToo() throws InterruptedException {
        String parentId = XPosts.id(start);
        XPost parent = xPost(parentId, "parent " + secret, "88", null, List.of());
        String id = heard(xPost(XPosts.id(start), "@" + acme.handle() + " same here", "77", parentId, List.of(parent)));
        assertThat(whole.placesOf(secret)).contains("parent_post.text");

        assertThat(deleted(parentId)).isTrue();

        JsonNode event = events("mention.withdrawn.v1").getFirst();
        assertThat(event.at("/data/post/id").asText()).isEqualTo(parentId);
        assertThat(event.at("/data/post/authorId").asText()).isEqualTo("88");
        awaitNowhere(secret);
        assertThat(database.one("select withdrawn_at is null from mention where post_id = '" + id + "'"))
                .isEqualTo("true");
    }

    @Test
    void whatAMentionAnswersIsLookedUpAlsoWhereItIsKeptLater() throws InterruptedException {
        String parentId = XPosts.id(start);
        heard(xPost(XPosts.id(start), "@" + acme.handle() + " same here", "77", parentId, List.of()));
        due();
        turn();
        assertThat(database.one("select count(*) from look_up where post_id = '" + parentId + "'"))
                .isEqualTo("0");

        database.sql("update parent_post set told_at = now() - interval '7 hours' where post_id = '" + parentId + "'");
        kept(new ParentPost(parentId, "88", null, "parent " + secret, start));
        x.next(notFound(parentId), notFound(parentId));
        due();
        turn();
        due();
        turn();

        assertThat(events("mention.withdrawn.v1").getFirst().at("/data/post/id").asText())
                .isEqualTo(parentId);
        awaitNowhere(secret);
    }

    /** What X told or showed before somebody took it back may be worked afterwards, with a copy of it inside. */
    @Test
    void whatWasTakenBackDoesNotComeBackWithAnAnswerToIt() throws InterruptedException {
        XPost mention = post(null);
        XPost parent = xPost(XPosts.id(start), "parent " + secret, "88", null, List.of());
        heard(mention);
        heard(answer(parent));
        assertThat(deleted(mention.id())).isTrue();
        assertThat(deleted(parent.id())).isTrue();
        awaitNowhere(secret);
        ear.await(4);

        heard(answer(mention));
        heard(answer(parent));

        assertThat(ear.await(2)).allSatisfy(event -> {
            assertThat(event.path("type").asText()).isEqualTo("mention.received.v2");
            assertThat(event.toString()).doesNotContain(secret);
        });
        assertThat(whole.placesOf(secret)).isEmpty();
        assertThat(x.asked()).as("not asked for again").isEmpty();
    }

    @Test
    void whoReadsAnAnswerToWhatWasTakenBackDoesNotBringItBack() {
        XPost mention = post(null);
        heard(mention);
        String answer = heard(answer(mention));
        assertThat(deleted(mention.id())).isTrue();
        awaitNowhere(secret);
        x.lost(new JsonObject()
                .put("id", mention.id())
                .put("text", mention.text())
                .put("author_id", "77")
                .put("created_at", start.toString()));

        String shown = given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .get("/api/ingestion/mentions/" + answer)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(shown).contains(answer).doesNotContain(secret);
        assertThat(whole.placesOf(secret)).isEmpty();
        assertThat(x.asked()).isEmpty();
    }

    @Test
    void aSpentBudgetDoesNotStopWhatIsDueToTheCustomer() throws InterruptedException {
        String id = heard(post(null));
        database.sql("update account set monthly_budget_micros = 0 where id = '" + acme.id() + "'");
        budgets.refresh().await().atMost(PATIENCE);
        x.next(shown(id), notFound(id), notFound(id));

        due();
        assertThat(turn()).isEqualTo(new TurnEnd.Complete(0));
        assertThat(database.one("select micros from spending where account_id = '" + acme.id() + "'"))
                .isEqualTo("5000");
        due();
        turn();
        due();
        turn();

        assertThat(events("mention.withdrawn.v1")).hasSize(1);
        awaitNowhere(secret);
    }

    @Test
    void aNewerVersionIsTakenInAndTheOlderIsNotKept() throws InterruptedException {
        String id = heard(post(null));
        String newer = XPosts.id(start.plusSeconds(60));
        String history = "\"edit_history_tweet_ids\":[\"%s\",\"%s\"]".formatted(id, newer);
        x.next(
                FakeX.status(
                        200,
                        "{\"data\":[{\"id\":\"%s\",\"author_id\":\"77\",\"text\":\"old\",%s}]}".formatted(id, history)),
                FakeX.status(
                        200,
                        "{\"data\":[{\"id\":\"%s\",\"author_id\":\"77\",\"text\":\"@%s all is well\",%s}]}"
                                .formatted(newer, acme.handle(), history)));

        due();
        assertThat(turn()).isEqualTo(new TurnEnd.Complete(0));

        JsonNode edited = events("mention.edited.v1").getFirst();
        assertThat(Contracts.violations("mention.edited.v1", edited)).isEmpty();
        assertThat(edited.at("/data/post/id").asText()).isEqualTo(newer);
        awaitNowhere(secret);
        assertThat(deleted(newer)).isTrue();
    }

    /** Others answered the versions between, and the copies that they brought stand under those ids elsewhere. */
    @Test
    void aWithdrawalIsToldOfEveryVersion() throws InterruptedException {
        String first = heard(version(List.of(XPosts.id(start))));
        String second = XPosts.id(start.plusSeconds(60));
        String third = XPosts.id(start.plusSeconds(120));
        heard(version(List.of(first, second)));
        heard(version(List.of(first, second, third)));

        assertThat(deleted(third)).isTrue();

        List<JsonNode> told = ear.await(6).stream()
                .filter(event -> event.path("type").asText().equals("mention.withdrawn.v1"))
                .toList();
        assertThat(told).extracting(event -> event.at("/data/post/id").asText()).containsExactly(third, second, first);
        assertThat(told)
                .extracting(event -> event.at("/data/post/firstId").asText())
                .containsOnly(first);
    }

    @Test
    void aTicketThatEndedIsNotPaidForAfterAMonth() {
        String id = heard(post(null));
        String other = heard(post(null));
        database.sql("update look_up set heard_at = now() - interval '31 days', due_at = now() where account_id = '"
                + acme.id() + "'");
        transactions
                .inConnection(connection -> lookUps.tickets(
                        connection, List.of(new LookUps.TicketOf(id, 7, true), new LookUps.TicketOf(other, 3, true))))
                .await()
                .atMost(PATIENCE);
        transactions
                .inConnection(connection -> lookUps.tickets(
                        connection, List.of(new LookUps.TicketOf(id, 6, false), new LookUps.TicketOf(other, 4, false))))
                .await()
                .atMost(PATIENCE);

        List<LookUp> taken = lookUps.take(acme.id(), Instant.now()).await().atMost(PATIENCE);

        assertThat(taken).extracting(LookUp::postId).containsExactly(other);
        assertThat(database.one("select count(*) from look_up where post_id = '" + id + "'"))
                .isEqualTo("0");
    }

    @Test
    void whoeverTakesLookUpsLeavesTheRestToOthers() {
        for (int i = 0; i < 130; i++) {
            heard(post(null));
        }
        due();

        assertThat(lookUps.take(acme.id(), Instant.now()).await().atMost(PATIENCE))
                .hasSize(100);
        assertThat(lookUps.take(acme.id(), Instant.now()).await().atMost(PATIENCE))
                .hasSize(30);
        assertThat(lookUps.take(acme.id(), Instant.now()).await().atMost(PATIENCE))
                .isEmpty();
    }

    private XPost post(@Nullable String answers) {
        return xPost(XPosts.id(start), "@" + acme.handle() + " my router " + secret, "77", answers, List.of());
    }

    private XPost answer(XPost to) {
        return xPost(XPosts.id(start), "@" + acme.handle() + " same here", "77", to.id(), List.of(to));
    }

    /** The newest of these versions. */
    private XPost version(List<String> versions) {
        return xPost(versions, "@" + acme.handle() + " my router " + secret, "77", null, List.of());
    }

    private XPost xPost(String id, String text, String author, @Nullable String answers, List<XPost> included) {
        return xPost(List.of(id), text, author, answers, included);
    }

    private XPost xPost(
            List<String> versions, String text, String author, @Nullable String answers, List<XPost> included) {
        String id = versions.getLast();
        return new XPost(
                id,
                text,
                author,
                null,
                start,
                versions.getFirst(),
                null,
                answers,
                null,
                null,
                "en",
                versions,
                List.of(),
                List.of(),
                included);
    }

    private String heard(XPost post) {
        intake.hear(new Hearing(acme, List.of(acme), Via.POLL, Instant.now()), List.of(post))
                .await()
                .atMost(PATIENCE);
        return post.id();
    }

    private void kept(ParentPost parent) {
        transactions
                .inConnection(connection -> parents.keep(connection, List.of(parent), Instant.now()))
                .await()
                .atMost(PATIENCE);
    }

    private boolean deleted(String id) {
        return transactions
                .inConnection(connection -> withdrawals.deleted(connection, id, HowKnown.WEBHOOK))
                .await()
                .atMost(PATIENCE);
    }

    private TurnEnd turn() {
        return lookingUp.turn(acme.id()).await().atMost(PATIENCE);
    }

    private void due() {
        database.sql("update look_up set due_at = now() - interval '1 second' where account_id = '" + acme.id() + "'");
    }

    private List<JsonNode> events(String type) throws InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        Instant end = Instant.now().plus(PATIENCE);
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            ear.await(1).stream()
                    .filter(event -> event.path("type").asText().equals(type))
                    .forEach(found::add);
        }
        ear.rest().stream()
                .filter(event -> event.path("type").asText().equals(type))
                .forEach(found::add);
        assertThat(found).isNotEmpty();
        return found;
    }

    private static FakeX.Fault notFound(String id) {
        return FakeX.status(200, """
                {"errors":[{"resource_id":"%s","title":"Not Found Error",
                  "type":"https://api.x.com/2/problems/resource-not-found"}]}""".formatted(id));
    }

    private static FakeX.Fault notAuthorized(String id) {
        return FakeX.status(200, """
                {"errors":[{"resource_id":"%s","title":"Authorization Error",
                  "type":"https://api.x.com/2/problems/not-authorized-for-resource"}]}""".formatted(id));
    }

    private static FakeX.Fault shown(String id) {
        return FakeX.status(200, "{\"data\":[{\"id\":\"%s\",\"author_id\":\"77\",\"text\":\"hi\"}]}".formatted(id));
    }

    /** The outbox gives up an event's text when the broker has it. */
    private void awaitNowhere(String word) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(whole.placesOf(word)).isEmpty());
    }
}
