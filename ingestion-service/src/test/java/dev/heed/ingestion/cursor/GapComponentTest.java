package dev.heed.ingestion.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.HeardEvents;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountStatus;
import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.gap.GapState;
import dev.heed.ingestion.gap.Gaps;
import dev.heed.ingestion.gap.Snowflake;
import dev.heed.ingestion.mention.Watched;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.SourceKey;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.testing.Contracts;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What X hides from a timeline is found by searching, or said to be lost. */
@QuarkusTest
@Parts
class GapComponentTest {

    @Inject
    WalkStream walking;

    @Inject
    FillGap filling;

    @Inject
    Gaps gaps;

    @Inject
    Cursors cursors;

    @Inject
    ListeningConfig config;

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    AccountFixture accounts;

    @Inject
    Database database;

    private final Instant start = Instant.now().minus(Duration.ofHours(3));
    private Account acme;
    private HeardEvents ear;

    @BeforeEach
    void listen() throws IOException, TimeoutException {
        x.forget();
        quotas.forget();
        acme = accounts.registered("gapped");
        ear = HeardEvents.ofAll(acme.id().value());
    }

    @AfterEach
    void close() throws IOException {
        ear.close();
    }

    @Test
    void moreThanXShowsLeavesAGapThatIsFilledBySearching() throws InterruptedException {
        heardAt(start);
        x.showAtMost(800);
        Set<String> ids = mentions(1_050);

        assertThat(walk()).isEqualTo(new TurnEnd.Complete(800));
        Gap gap = gap();
        assertThat(gap.state()).isEqualTo(GapState.OPEN);
        assertThat(fill(gap)).isEqualTo(new TurnEnd.Complete(250));

        assertThat(gap().state()).isEqualTo(GapState.FILLED);
        assertThat(gap().filled()).isEqualTo(250);
        assertThat(postIds(ear.await(1_050))).hasSize(1_050).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ear.rest()).isEmpty();
    }

    @Test
    void whatXLeavesOutOfItsEightHundredDoesNotHideThatThereAreMore() throws InterruptedException {
        heardAt(start);
        Set<String> ids = mentions(1_050);
        for (int i = 0; i < 20; i++) {
            x.unseen(acme.id().value(), XPosts.mention(start.plusSeconds(90 + i), acme.handle(), "nobody sees this"));
        }
        assertThat(walk()).isEqualTo(new TurnEnd.Complete(780));
        assertThat(fill(gap())).isEqualTo(new TurnEnd.Complete(270));
        assertThat(postIds(ear.await(1_050))).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aFillingThatBreaksOffGoesOnWhereItWasLeft() throws InterruptedException {
        heardAt(start);
        Set<String> ids = mentions(1_050);
        walk();
        x.next(FakeX.truth(), FakeX.status(503, ""));
        assertThat(fill(gap())).isInstanceOf(TurnEnd.Broken.class);
        assertThat(gap().filled()).isEqualTo(100);

        int asked = x.asked().size();
        assertThat(fill(gap())).isEqualTo(new TurnEnd.Complete(150));
        assertThat(x.asked()).hasSize(asked + 2);
        assertThat(postIds(ear.await(1_050))).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ear.rest()).isEmpty();
    }

    @Test
    void aFillingGoesOnBehindPagesOfWhichXLeftAllOut() throws InterruptedException {
        heardAt(start);
        Set<String> ids = mentions(1_050);
        for (int i = 0; i < 250; i++) {
            x.unseen(
                    acme.id().value(),
                    XPosts.mention(start.plusSeconds(61).plusMillis(5), acme.handle(), "nobody sees this"));
        }
        walk();
        assertThat(fill(gap())).isInstanceOf(TurnEnd.Complete.class);
        assertThat(gap().state()).isEqualTo(GapState.FILLED);
        assertThat(postIds(ear.await(1_050))).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aSearchThatShowsNothingForEverIsGivenUp() {
        heardAt(start);
        mentions(1_050);
        walk();
        FakeX.Fault nothing = FakeX.status(200, "{\"meta\":{\"result_count\":0,\"next_token\":\"more\"}}");
        x.next(java.util.stream.Stream.generate(() -> nothing).limit(200).toArray(FakeX.Fault[]::new));
        int asked = x.asked().size();
        assertThat(fill(gap())).isInstanceOf(TurnEnd.Broken.class);
        assertThat(x.asked()).hasSize(asked + 101);
        assertThat(gap().state()).isEqualTo(GapState.OPEN);
        x.heal();
        fill(gap());
        assertThat(gap().state()).isEqualTo(GapState.FILLED);
    }

    @Test
    void theRestOfASearchThatIsTooMuchForOneTurnIsAGapThatIsFilled() throws InterruptedException {
        Stream naming = Stream.naming(acme, start);
        heardAt(naming.key(), start);
        for (int i = 0; i < 130; i++) {
            x.lost(XPosts.mention(start.plusSeconds(60 + i), acme.handle(), "hello"));
        }
        x.pageSize(1);
        assertThat(walk(naming)).isEqualTo(new TurnEnd.Complete(100));
        assertThat(gap().state()).isEqualTo(GapState.OPEN);
        assertThat(gap().why()).contains("100 pages");
        x.pageSize(100);
        assertThat(fill(gap())).isEqualTo(new TurnEnd.Complete(30));
        assertThat(gap().state()).isEqualTo(GapState.FILLED);
        assertThat(ear.await(130)).hasSize(130);
        assertThat(ear.rest()).isEmpty();
    }

    @Test
    void theRestOfAWatchThatIsTooMuchForOneTurnIsNotLookedForAndNobodySaysThatXHidesIt() throws InterruptedException {
        SourceKey key = new SourceKey("watch:of " + acme.id());
        Stream watch = Stream.watching(key, acme, "hello", new Watched("w" + acme.id(), "greetings"), start);
        heardAt(key, start);
        for (int i = 0; i < 130; i++) {
            x.lost(XPosts.mention(start.plusSeconds(60 + i), "nobody", "hello"));
        }
        x.pageSize(1);
        assertThat(walk(watch)).isEqualTo(new TurnEnd.Complete(100));
        assertThat(gap().state()).isEqualTo(GapState.UNFILLABLE);
        String what = ear.await(101).stream()
                .filter(event -> event.path("type").asText().startsWith("finding"))
                .map(event -> event.at("/data/finding/what").asText())
                .findFirst()
                .orElseThrow();
        assertThat(what)
                .contains("a narrower query finds less", "not looked for any more")
                .doesNotContain("X does");
    }

    @Test
    void whatNoSearchReachesIsRaisedAsAFinding() throws InterruptedException {
        heardAt(Instant.now().minus(Duration.ofDays(9)));
        mentions(900);
        walk();
        fill(gap());

        assertThat(gap().state()).isEqualTo(GapState.PARTLY);
        List<JsonNode> findings = ear.await(901).stream()
                .filter(event -> event.path("type").asText().startsWith("finding"))
                .toList();
        assertThat(findings).hasSize(1);
        assertThat(Contracts.violations("finding.raised.v1", findings.getFirst()))
                .isEmpty();
        assertThat(findings.getFirst().at("/data/finding/what").asText()).contains("@" + acme.handle());
        fill(gap());
        assertThat(ear.rest()).isEmpty();
    }

    @Test
    void whoLostTheGapMeanwhileWritesNothing() {
        heardAt(start);
        mentions(1_050);
        walk();
        Gap gap = gap();
        x.next(request -> {
            var _ = database.soon(
                            "update lease set holder = 'another', epoch = epoch + 1, expires_at = now() + interval '1 hour' where name = 'listen gap:%s'"
                                    .formatted(gap.id()))
                    .subscribe()
                    .with(done -> x.answerTruly(request));
            return true;
        });
        assertThat(fill(gap)).isEqualTo(new TurnEnd.Overtaken());
        assertThat(gap().filled()).isZero();
        assertThat(fill(gap)).isEqualTo(new TurnEnd.Standby());
    }

    @Test
    void whatNamedTheHandleThatTheAccountHadThenIsFoundToo() throws InterruptedException {
        heardAt(start);
        x.showAtMost(800);
        mentions(801);
        JsonObject formerly = XPosts.mention(start.plusSeconds(30), acme.handle(), "are you there?");
        formerly.getJsonObject("entities")
                .getJsonArray("mentions")
                .getJsonObject(0)
                .put("id", acme.id().value());
        x.lost(formerly);
        walk();
        Gap gap = gap();
        acme = accounts.renamed(acme, "new_" + acme.id());

        fill(gap);

        assertThat(gap().state()).isEqualTo(GapState.FILLED);
        assertThat(postIds(ear.await(801))).contains(formerly.getString("id"));
    }

    @Test
    void afterABudgetStopWhatNamesTheAccountIsNotSearchedForAgain() {
        heardAt(Stream.naming(acme, start).key(), Instant.now().minus(Duration.ofDays(3)));
        SearchTimes times = new SearchTimes(cursors, config, Clock.systemUTC());
        Account polled = polled(1_000_000L);
        assertThat(times.due(List.of(polled)).await().atMost(Duration.ofSeconds(20)))
                .containsExactly(Stream.quoting(polled));
        assertThat(times.due(List.of(polled(null))).await().atMost(Duration.ofSeconds(20)))
                .as("without a budget everything stood still")
                .allMatch(stream -> !stream.isQuoting())
                .hasSize(1);
    }

    private Account polled(@Nullable Long budget) {
        return new Account(
                acme.id(), acme.handle(), "Acme", AccountStatus.ACTIVE, null, budget, null, Instant.now(), null, null);
    }

    @Test
    void aSearchThatStoodStillForAWeekLostPlainQuotesAndNothingElse() throws InterruptedException {
        Stream quoting = Stream.quoting(acme);
        heardAt(quoting.key(), Instant.now().minus(Duration.ofDays(9)));
        JsonObject named = XPosts.mention(start, acme.handle(), "heard long ago");
        x.lost(named);

        assertThat(walk(quoting)).isEqualTo(new TurnEnd.Complete(0));

        assertThat(ear.await(1).getFirst().at("/data/finding/what").asText())
                .contains("said in plain quotes of @" + acme.handle());
        assertThat(walk(Stream.naming(acme, start))).isEqualTo(new TurnEnd.Complete(0));
    }

    @Test
    void whatXCannotShowWhereItBelongsIsAskedForByItsIdUntilXShowsIt() throws InterruptedException {
        heardAt(start);
        List<String> ids = List.copyOf(mentions(3));
        x.unavailable(ids.getFirst(), true);

        assertThat(walk()).isEqualTo(new TurnEnd.Complete(2));
        Gap gap = gap();
        assertThat(gap.post()).contains(ids.getFirst());
        assertThat(fill(gap)).isInstanceOf(TurnEnd.Waiting.class);
        assertThat(gap().state()).isEqualTo(GapState.OPEN);
        x.unavailable(ids.getFirst(), false);
        assertThat(fill(gap)).isEqualTo(new TurnEnd.Complete(1));

        assertThat(gap().state()).isEqualTo(GapState.FILLED);
        assertThat(postIds(ear.await(3))).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void whatWasHeardAndCannotBeShownOnAnotherWalkIsNoGap() {
        heardAt(start);
        String id = mentions(1).iterator().next();
        assertThat(walk()).isEqualTo(new TurnEnd.Complete(1));
        x.unavailable(id, true);
        assertThat(walk()).isEqualTo(new TurnEnd.Complete(0));
        assertThat(gaps.of(acme.id()).await().atMost(Duration.ofSeconds(20))).isEmpty();
    }

    @Test
    void whatXCannotShowAndThenSaysIsGoneIsNotAskedForAnyMore() {
        heardAt(start);
        String id = mentions(1).iterator().next();
        x.unavailable(id, true);
        walk();
        walk();
        assertThat(gaps.of(acme.id()).await().atMost(Duration.ofSeconds(20))).hasSize(1);
        x.forget();
        assertThat(fill(gap())).isEqualTo(new TurnEnd.Complete(0));
        assertThat(gap().state()).isEqualTo(GapState.FILLED);
    }

    @Test
    void whatXCannotShowForADayIsRaisedAsAFinding() throws InterruptedException {
        heardAt(start);
        String id = mentions(1).iterator().next();
        x.unavailable(id, true);
        walk();
        database.sql("update gap set opened_at = opened_at - interval '1 day' where account_id = '" + acme.id() + "'");
        fill(gap());

        assertThat(gap().state()).isEqualTo(GapState.UNFILLABLE);
        assertThat(ear.await(1).getFirst().at("/data/finding/what").asText()).contains("could not show");
    }

    @Test
    void aMentionThatTheTimelineLostIsFoundBySearching() throws InterruptedException {
        heardAt(start);
        var post = XPosts.mention(start.plusSeconds(60), acme.handle(), "am I lost?");
        x.lost(post);
        assertThat(walk()).isEqualTo(new TurnEnd.Complete(0));
        assertThat(walk(Stream.naming(acme, start))).isEqualTo(new TurnEnd.Complete(1));
        JsonNode event = ear.await(1).getFirst();
        assertThat(event.at("/data/post/id").asText()).isEqualTo(post.getString("id"));
        assertThat(event.at("/data/via").asText()).isEqualTo("search");
    }

    @Test
    void aPlainQuoteOfOurPostIsInNoTimelineAndIsFoundBySearching() throws InterruptedException {
        heardAt(start);
        JsonObject quote = quote(start.plusSeconds(60), acme.id().value());
        x.lost(quote);
        x.lost(quote(start.plusSeconds(70), "99"));
        assertThat(walk()).isEqualTo(new TurnEnd.Complete(0));
        assertThat(walk(Stream.naming(acme, start))).isEqualTo(new TurnEnd.Complete(1));
        JsonNode heard = ear.await(1).getFirst().path("data");
        assertThat(heard.at("/post/id").asText()).isEqualTo(quote.getString("id"));
        assertThat(heard.at("/post/kind").asText()).isEqualTo("quote");
        assertThat(heard.at("/post/addressed").asBoolean()).isFalse();
        assertThat(heard.at("/parent/text").asText()).isEqualTo("We are sorry");
        assertThat(heard.at("/answerable/byApi").asBoolean()).isTrue();
        assertThat(ear.rest()).isEmpty();
    }

    @Test
    void aRepostOfWhatNamesTheAccountIsNotReadBySearching() {
        x.lost(XPosts.mention(start.plusSeconds(30), acme.handle(), "hello"));
        for (int i = 1; i <= 30; i++) {
            x.lost(repost(start.plusSeconds(30 + i)));
        }
        assertThat(walk(Stream.naming(acme, start))).isEqualTo(new TurnEnd.Complete(1));
        assertThat(database.one("select sum(resources)::text from spending where account_id = '" + acme.id() + "'"))
                .as("what X bills for")
                .isEqualTo("1");
    }

    /** As if a walk had come to its end then. */
    private void heardAt(Instant time) {
        heardAt(Stream.mentions(acme).key(), time);
    }

    private void heardAt(SourceKey source, Instant time) {
        database.sql(
                "insert into walk_cursor (source, account_id, highest, lease_epoch, moved_at) values ('%s', '%s', %d, 1, '%s')"
                        .formatted(source, acme.id(), Snowflake.at(time), time));
    }

    private Set<String> mentions(int count) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < count; i++) {
            var post = XPosts.mention(start.plusSeconds(60).plusMillis(i * 10L), acme.handle(), "hello");
            x.mention(acme.id().value(), post);
            ids.add(post.getString("id"));
        }
        return ids;
    }

    /** Of a post by that author, with a link to one of the account's. */
    private JsonObject quote(Instant time, String author) {
        String quoted = XPosts.id(start);
        JsonObject link = new JsonObject()
                .put("url", "https://t.co/abc")
                .put("expanded_url", "https://x.com/" + acme.handle() + "/status/" + quoted);
        return XPosts.mention(time, acme.handle(), "hello")
                .put("text", "look at this https://t.co/abc")
                .put("entities", new JsonObject().put("urls", new JsonArray().add(link)))
                .put(
                        "referenced_posts",
                        new JsonArray()
                                .add(new JsonObject().put("type", "quoted").put("id", quoted)))
                .put(
                        "x_included",
                        new JsonObject()
                                .put("id", quoted)
                                .put("text", "We are sorry")
                                .put("author_id", author));
    }

    private JsonObject repost(Instant time) {
        JsonObject repost = XPosts.mention(time, acme.handle(), "hello");
        return repost.put("text", "RT @jo: " + repost.getString("text"))
                .put(
                        "referenced_posts",
                        new JsonArray()
                                .add(new JsonObject().put("type", "retweeted").put("id", XPosts.id(start))));
    }

    private TurnEnd walk() {
        return walk(Stream.mentions(acme));
    }

    private TurnEnd walk(Stream stream) {
        return walking.walk(stream, Depth.POLL).await().atMost(Duration.ofSeconds(60));
    }

    private TurnEnd fill(Gap gap) {
        return filling.fill(gap, acme).await().atMost(Duration.ofSeconds(60));
    }

    private Gap gap() {
        return gaps.of(acme.id()).await().atMost(Duration.ofSeconds(20)).getFirst();
    }

    private static List<String> postIds(List<JsonNode> events) {
        List<String> ids = new ArrayList<>();
        events.forEach(event -> ids.add(event.at("/data/post/id").asText()));
        return ids;
    }
}
