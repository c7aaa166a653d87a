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
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.TurnEnd;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills at every step, and two walkers at once: each post is one event. */
@QuarkusTest
@Parts
class WalkFaultsComponentTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject
    WalkStream walking;

    @Inject
    SecondWalker second;

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    AccountFixture accounts;

    @Inject
    Database database;

    @Inject
    Killer killer;

    private final Set<String> ours = ConcurrentHashMap.newKeySet();
    private HeardEvents ear;

    @BeforeEach
    void listen() throws IOException, TimeoutException {
        x.forget();
        quotas.forget();
        killer.arrive();
        ear = new HeardEvents("mention.#", ours::contains);
    }

    @AfterEach
    void close() throws IOException {
        killer.spare();
        ear.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mention_version", "mention", "outbox", "parent_post", "walk_cursor", "account", "gap"})
    void aKillAtAnyStepOfACommitWritesNothingOfItsPageAndLosesNothing(String step) throws InterruptedException {
        Account acme = account();
        database.sql(
                "insert into walk_cursor (source, account_id, highest, lease_epoch, moved_at) values ('mentions:%s', '%s', 5, 1, '%s')"
                        .formatted(acme.id(), acme.id(), Instant.now().minus(Duration.ofHours(9))));
        Instant start = Instant.now().minusSeconds(1800);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 120; i++) {
            JsonObject post = XPosts.mention(start.plusMillis(i * 20L), acme.handle(), "hello");
            ids.add(post.getString("id"));
            x.mention(
                    acme.id().value(),
                    post.put("referenced_posts", answering(i)).put("x_included", parent(i)));
        }
        x.showAtMost(120);
        boolean leavesAGap = step.equals("gap");
        if (leavesAGap) {
            for (int i = 0; i < 700; i++) {
                JsonObject post = XPosts.mention(start.plusSeconds(60).plusMillis(i), acme.handle(), "more");
                ids.add(post.getString("id"));
                x.mention(acme.id().value(), post);
            }
            x.showAtMost(800);
            ids.removeAll(oldest(ids, 20));
        }

        killer.killAt(step);
        assertThat(walk(walking, acme)).isInstanceOf(TurnEnd.Broken.class);
        assertThat(database.one("select count(*)::text from walk_cursor where highest > 5 and account_id = '"
                        + acme.id() + "'"))
                .isEqualTo("0");
        killer.spare();
        assertThat(walk(walking, acme)).isInstanceOf(TurnEnd.Complete.class);

        assertThat(idsOf(ear.await(ids.size()))).hasSize(ids.size()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ear.rest()).isEmpty();
        assertThat(database.one("select count(*)::text from gap where account_id = '" + acme.id() + "'"))
                .isEqualTo(leavesAGap ? "1" : "0");
    }

    @Test
    void ofTwoWalkersOnlyOneWalksAndTheOtherStandsBy() throws InterruptedException {
        Account acme = account();
        Instant start = Instant.now().minusSeconds(600);
        for (int i = 0; i < 250; i++) {
            x.mention(acme.id().value(), XPosts.mention(start.plusMillis(i), acme.handle(), "hello"));
        }
        List<TurnEnd> ends = Uni.join()
                .all(
                        walking.walk(Stream.mentions(acme), Depth.POLL),
                        second.walking().walk(Stream.mentions(acme), Depth.POLL))
                .andFailFast()
                .await()
                .atMost(LONG);
        assertThat(ends).containsExactlyInAnyOrder(new TurnEnd.Complete(250), new TurnEnd.Standby());
        assertThat(ear.await(250)).hasSize(250);
        assertThat(ear.rest()).isEmpty();
    }

    @Test
    void aWalkerThatSleptTooLongWritesNothingAfterTheOtherTookOver() throws InterruptedException {
        Account acme = account();
        Instant start = Instant.now().minusSeconds(600);
        for (int i = 0; i < 250; i++) {
            x.mention(acme.id().value(), XPosts.mention(start.plusMillis(i), acme.handle(), "hello"));
        }
        List<TurnEnd> others = new ArrayList<>();
        x.next(FakeX.truth(), request -> {
            var _ = database.soon(
                            "update lease set expires_at = now() - interval '1 second' where name = 'listen mentions:"
                                    + acme.id() + "'")
                    .chain(done -> second.walking().walk(Stream.mentions(acme), Depth.POLL))
                    .invoke(others::add)
                    .subscribe()
                    .with(end -> x.answerTruly(request));
            return true;
        });
        assertThat(walk(walking, acme)).isEqualTo(new TurnEnd.Overtaken());
        assertThat(others).containsExactly(new TurnEnd.Complete(150));
        assertThat(ear.await(250)).hasSize(250);
        assertThat(ear.rest()).isEmpty();
    }

    private static JsonArray answering(int n) {
        return new JsonArray().add(new JsonObject().put("type", "quoted").put("id", "900" + n));
    }

    private static JsonObject parent(int n) {
        return new JsonObject().put("id", "900" + n).put("author_id", "8").put("text", "said before");
    }

    private static Set<String> oldest(Set<String> ids, int count) {
        return new HashSet<>(ids.stream().sorted().limit(count).toList());
    }

    private Account account() {
        Account acme = accounts.registered("faulty");
        ours.add(acme.id().value());
        return acme;
    }

    private static TurnEnd walk(WalkStream walker, Account acme) {
        return walker.walk(Stream.mentions(acme), Depth.POLL).await().atMost(LONG);
    }

    private static List<String> idsOf(List<JsonNode> events) {
        return events.stream().map(event -> event.at("/data/post/id").asText()).toList();
    }
}
