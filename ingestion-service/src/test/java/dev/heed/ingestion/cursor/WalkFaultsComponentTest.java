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
import dev.heed.ingestion.intake.TakeIn;
import dev.heed.ingestion.mention.Hearing;
import dev.heed.ingestion.mention.Via;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.x.XPost;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills at every step, two walkers at once, and everything together at random: each post is one event. */
@QuarkusTest
@Parts
class WalkFaultsComponentTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int TRIES = 200;

    @Inject
    WalkStream walking;

    @Inject
    SecondWalker second;

    @Inject
    TakeIn intake;

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    AccountFixture accounts;

    @Inject
    Database database;

    private final Set<String> ours = ConcurrentHashMap.newKeySet();
    private HeardEvents ear;

    @BeforeEach
    void listen() throws IOException, TimeoutException {
        x.forget();
        quotas.forget();
        database.sql("create table if not exists kill_at (place text primary key)");
        database.sql("""
                create or replace function kill_here() returns trigger language plpgsql as $$ begin
                  if exists (select 1 from kill_at where place = tg_table_name) then raise exception 'killed'; end if;
                  return null; end $$
                """);
        for (String table :
                List.of("mention_version", "mention", "outbox", "walk_cursor", "account", "parent_post", "gap")) {
            database.sql("create or replace trigger kill before insert or update on " + table
                    + " for each statement execute function kill_here()");
        }
        database.sql("delete from kill_at");
        ear = new HeardEvents("mention.#", ours::contains);
    }

    @AfterEach
    void close() throws IOException {
        database.sql("delete from kill_at");
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

        database.sql("insert into kill_at values ('" + step + "')");
        assertThat(walk(walking, acme)).isInstanceOf(TurnEnd.Broken.class);
        assertThat(database.one("select count(*)::text from walk_cursor where highest > 5 and account_id = '"
                        + acme.id() + "'"))
                .isEqualTo("0");
        database.sql("delete from kill_at");
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

    /**
     * X as it is at its worst: posts come late and in any order, in pages of any size; walks break off at any page and any
     * statement; another process takes over; X's own deliveries come between, twice. In the end a sweep, and the set of
     * events is the set of posts. Where nothing comes late, over hours and without any sweep, a poll is enough: the cursor
     * alone sees to it.
     */
    @Test
    void whateverHappensTheEventsAreThePosts() throws InterruptedException {
        Map<String, Set<String>> truth = new HashMap<>();
        long seed = new Random().nextLong();
        for (int i = 0; i < TRIES; i++) {
            Account acme = account();
            Random random = new Random(seed + i);
            truth.put(acme.id().value(), i % 2 == 0 ? late(acme, random) : inTime(acme, random));
        }
        int total = truth.values().stream().mapToInt(Set::size).sum();
        Map<String, List<String>> heard = new HashMap<>();
        for (JsonNode event : ear.await(total)) {
            heard.computeIfAbsent(event.path("account").asText(), account -> new ArrayList<>())
                    .add(event.at("/data/post/id").asText());
        }
        truth.forEach((account, ids) ->
                assertThat(heard.get(account)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(ids));
        assertThat(ear.rest()).as("seed %d", seed).isEmpty();
    }

    /** Within an hour and a UTC day, so that a sweep finds what polls have missed. */
    private Set<String> late(Account acme, Random random) {
        x.forget();
        quotas.forget();
        x.pageSize(1 + random.nextInt(9));
        Instant start = XPosts.today(Duration.ofMinutes(50));
        int seconds = (int) Duration.between(start, Instant.now()).toSeconds() + 1;
        List<JsonObject> coming = new ArrayList<>();
        int count = 3 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            coming.add(XPosts.mention(start.plusSeconds(random.nextInt(seconds)), acme.handle(), "hello " + i));
        }
        Collections.shuffle(coming, random);
        List<JsonObject> shown = new ArrayList<>();
        while (!coming.isEmpty()) {
            int some = Math.min(coming.size(), 1 + random.nextInt(12));
            for (int i = 0; i < some; i++) {
                show(acme, shown, coming.removeLast());
            }
            happen(acme, shown, true, random);
        }
        return end(acme, shown, Depth.SWEEP);
    }

    /** Over twenty hours, each batch newer than the one before. */
    private Set<String> inTime(Account acme, Random random) {
        x.forget();
        quotas.forget();
        x.pageSize(1 + random.nextInt(5));
        Instant start = Instant.now().minus(Duration.ofHours(20));
        List<JsonObject> shown = new ArrayList<>();
        for (int batch = 0; batch < 6; batch++) {
            Instant from = start.plus(Duration.ofHours(3L * batch));
            for (int i = random.nextInt(12); i >= 0; i--) {
                show(acme, shown, XPosts.mention(from.plusSeconds(random.nextInt(10_000)), acme.handle(), "hello"));
            }
            happen(acme, shown, false, random);
        }
        return end(acme, shown, Depth.POLL);
    }

    private void show(Account acme, List<JsonObject> shown, JsonObject post) {
        shown.add(post);
        x.mention(acme.id().value(), post);
    }

    private Set<String> end(Account acme, List<JsonObject> shown, Depth depth) {
        x.heal();
        database.sql("update lease set expires_at = now() - interval '1 second' where name = 'listen mentions:"
                + acme.id() + "'");
        assertThat(walking.walk(Stream.mentions(acme), depth).await().atMost(LONG))
                .isInstanceOf(TurnEnd.Complete.class);
        Set<String> ids = new HashSet<>();
        shown.forEach(post -> ids.add(post.getString("id")));
        return ids;
    }

    private void happen(Account acme, List<JsonObject> shown, boolean sweeps, Random random) {
        List<Uni<Object>> atOnce = new ArrayList<>();
        switch (random.nextInt(6)) {
            case 0 -> x.next(faults(random.nextInt(3), FakeX.status(503, "")));
            case 1 -> x.next(faults(random.nextInt(3), FakeX.status(200, "{\"data\":[")));
            case 2 ->
                database.sql("insert into kill_at values ('"
                        + List.of("mention", "outbox", "walk_cursor", "mention_version")
                                .get(random.nextInt(4)) + "')");
            case 3 ->
                database.sql("update lease set expires_at = now() - interval '1 second' where name = 'listen mentions:"
                        + acme.id() + "'");
            default -> {
                // all is well
            }
        }
        atOnce.add((random.nextInt(4) == 0 ? second.walking() : walking)
                .walk(Stream.mentions(acme), sweeps && random.nextInt(3) == 0 ? Depth.SWEEP : Depth.POLL)
                .map(Object.class::cast));
        if (random.nextInt(3) == 0) {
            atOnce.add(second.walking().walk(Stream.mentions(acme), Depth.POLL).map(Object.class::cast));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            List<XPost> delivered = shown.stream()
                    .filter(post -> random.nextInt(4) == 0)
                    .map(WalkFaultsComponentTest::delivered)
                    .toList();
            atOnce.add(intake.hear(new Hearing(acme, List.of(acme), Via.WEBHOOK, Instant.now()), delivered)
                    .onFailure()
                    .recoverWithItem(List.of())
                    .map(Object.class::cast));
        }
        var _ = Uni.join().all(atOnce).andFailFast().await().atMost(LONG);
        database.sql("delete from kill_at");
    }

    private static FakeX.Fault[] faults(int after, FakeX.Fault fault) {
        FakeX.Fault[] faults = new FakeX.Fault[after + 1];
        java.util.Arrays.fill(faults, FakeX.truth());
        faults[after] = fault;
        return faults;
    }

    private static XPost delivered(JsonObject post) {
        String id = Objects.requireNonNull(post.getString("id"));
        return new XPost(
                id,
                Objects.requireNonNull(post.getString("text")),
                "77",
                null,
                Instant.parse(Objects.requireNonNull(post.getString("created_at"))),
                id,
                null,
                null,
                null,
                "en",
                List.of(id),
                List.of());
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
