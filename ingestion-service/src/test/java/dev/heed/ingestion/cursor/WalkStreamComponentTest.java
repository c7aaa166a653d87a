package dev.heed.ingestion.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.HeardEvents;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.testing.Contracts;
import dev.heed.x.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks against a real database and broker, and an X that fails when told. */
@QuarkusTest
@Parts
class WalkStreamComponentTest {

    private static final String SERVER_ERROR = "{\"title\":\"Service Unavailable\",\"status\":503}";

    @Inject
    WalkStream walking;

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    AccountFixture accounts;

    @Inject
    Database database;

    private final Instant start = Instant.now().minus(Duration.ofHours(2));
    private Account acme;
    private HeardEvents ear;

    @BeforeEach
    void listen() throws IOException, TimeoutException {
        x.forget();
        quotas.forget();
        acme = accounts.registered("acme");
        ear = HeardEvents.ofMentions(acme.id().value());
    }

    @AfterEach
    void close() throws IOException {
        ear.close();
    }

    @Test
    void mentionsOverSeveralPagesAreHeardOnceAndInAllOfThePages() throws InterruptedException {
        List<String> ids = mentions(250);

        assertThat(walk()).isEqualTo(new TurnEnd.Complete(250));
        assertThat(x.asked()).hasSize(3);
        assertThat(walk()).isEqualTo(new TurnEnd.Complete(0));

        List<JsonNode> events = ear.await(250);
        assertThat(idsOf(events)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ear.rest()).isEmpty();
        assertThat(cursor()).isEqualTo(ids.getLast());
        assertThat(events)
                .allSatisfy(event -> assertThat(Contracts.violations("mention.received.v2", event))
                        .isEmpty());
        assertThat(events)
                .extracting(event -> event.path("traceparent").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void aWalkThatBreaksOffOnItsSecondPageLosesNothingAndDoublesNothing() throws InterruptedException {
        List<String> ids = mentions(250);
        x.next(FakeX.truth(), FakeX.status(503, SERVER_ERROR));

        assertThat(walk()).isInstanceOf(TurnEnd.Broken.class);
        assertThat(cursor()).isEmpty();
        assertThat(idsOf(ear.await(100))).isSubsetOf(ids);

        assertThat(walk()).isEqualTo(new TurnEnd.Complete(150));
        assertThat(idsOf(ear.await(150))).hasSize(150).isSubsetOf(ids);
        assertThat(ear.rest()).isEmpty();
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(cursor()).isEqualTo(ids.getLast());
    }

    @Test
    void aPostThatXShowsLateIsHeardThoughNewerOnesWere() {
        String newest = mention(start.plusSeconds(60));
        assertThat(walk()).isEqualTo(new TurnEnd.Complete(1));
        String late = mention(start);
        assertThat(walk()).isEqualTo(new TurnEnd.Complete(1));
        assertThat(stored()).containsExactlyInAnyOrder(newest, late);
        assertThat(cursor()).isEqualTo(newest);
    }

    @Test
    void aSweepFindsWhatAPollNoLongerLooksFor() {
        Instant first = XPosts.today(Duration.ofMinutes(50));
        Instant later = first.plus(
                Duration.between(first, Instant.now()).multipliedBy(4).dividedBy(5));
        assumeTrue(later.isAfter(first.plus(Duration.ofMinutes(3))), "the UTC day is too young to look back in it");
        mention(later);
        assertThat(walk()).isEqualTo(new TurnEnd.Complete(1));
        String veryLate = mention(first);
        assertThat(walk()).isEqualTo(new TurnEnd.Complete(0));
        assertThat(walk(Depth.SWEEP)).isEqualTo(new TurnEnd.Complete(1));
        assertThat(database.one("select via from mention where post_id = '" + veryLate + "'"))
                .isEqualTo("sweep");
    }

    @Test
    void theSamePageTwiceGivesOneEventEach() throws InterruptedException {
        mentions(100);
        walk();
        database.sql("delete from walk_cursor where account_id = '" + acme.id() + "'");
        assertThat(walk()).isEqualTo(new TurnEnd.Complete(0));
        assertThat(ear.await(100)).hasSize(100);
        assertThat(ear.rest()).isEmpty();
    }

    @Test
    void whoeverLostTheLeaseMeanwhileWritesNothing() {
        mentions(3);
        x.next(request -> {
            thenAnswer(request, """
                    update lease set holder = 'another', epoch = epoch + 1, expires_at = now() + interval '1 hour'
                    where name = 'listen mentions:%s'
                    """.formatted(acme.id()));
            return true;
        });
        assertThat(walk()).isEqualTo(new TurnEnd.Overtaken());
        assertThat(stored()).isEmpty();
        assertThat(cursor()).isEmpty();
        assertThat(walk()).isEqualTo(new TurnEnd.Standby());
    }

    @Test
    void aLimitIsToldWithItsTime() {
        long reset = Instant.now().plusSeconds(600).getEpochSecond();
        x.next(FakeX.status(
                429,
                "{\"title\":\"Too Many Requests\",\"status\":429}",
                "x-rate-limit-limit",
                "450",
                "x-rate-limit-remaining",
                "0",
                "x-rate-limit-reset",
                Long.toString(reset)));
        assertThat(walk()).isEqualTo(new TurnEnd.Waiting(Instant.ofEpochSecond(reset)));
    }

    @Test
    void whereXForgotTheIdTheWalkGoesBackByTime() {
        mention(start);
        walk();
        String next = mention(start.plusSeconds(30));
        x.next(
                FakeX.status(
                        400,
                        "{\"detail\":\"One or more parameters to your request was invalid.\",\"errors\":[{\"message\":\"'since_id' must be a tweet id created after 2026-07-31T11:45Z.\"}]}"));
        assertThat(walk()).isEqualTo(new TurnEnd.Complete(1));
        assertThat(stored()).contains(next);
        assertThat(x.asked().getLast()).contains("start_time=").doesNotContain("since_id");
    }

    @Test
    void aRefusalIsNoFailure() {
        x.next(FakeX.status(402, "{\"title\":\"CreditsDepleted\",\"detail\":\"no credits\"}"));
        assertThat(walk()).isEqualTo(new TurnEnd.Refused(Refusal.CREDITS_DEPLETED, "no credits"));
    }

    private TurnEnd walk() {
        return walk(Depth.POLL);
    }

    private TurnEnd walk(Depth depth) {
        return walking.walk(Stream.mentions(acme), depth).await().atMost(Duration.ofSeconds(30));
    }

    /** Ids of new mentions, oldest first. */
    private List<String> mentions(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(mention(start.plusMillis(i * 10L)));
        }
        return Collections.unmodifiableList(ids);
    }

    private String mention(Instant at) {
        var post = XPosts.mention(at, acme.handle(), "hello");
        x.mention(acme.id().value(), post);
        return post.getString("id");
    }

    private static List<String> idsOf(List<JsonNode> events) {
        return events.stream().map(event -> event.at("/data/post/id").asText()).toList();
    }

    private List<String> stored() {
        return database.all("select post_id from mention where account_id = '" + acme.id() + "'");
    }

    private String cursor() {
        return database.one("select highest::text from walk_cursor where source = 'mentions:" + acme.id() + "'");
    }

    private void thenAnswer(HttpServerRequest request, String statement) {
        var _ = database.soon(statement).subscribe().with(done -> x.answerTruly(request));
    }
}
