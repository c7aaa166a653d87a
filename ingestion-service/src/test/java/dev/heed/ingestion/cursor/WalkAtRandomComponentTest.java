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
import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.gap.Gaps;
import dev.heed.ingestion.intake.TakeIn;
import dev.heed.ingestion.mention.Hearing;
import dev.heed.ingestion.mention.Via;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.x.XPost;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything together at random: each post is one event. */
@QuarkusTest
@Parts
class WalkAtRandomComponentTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int TRIES = 200;

    @Inject
    WalkStream walking;

    @Inject
    SecondWalker second;

    @Inject
    TakeIn intake;

    @Inject
    FillGap filling;

    @Inject
    Gaps gaps;

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
        killer.arrive();
        ear = new HeardEvents("mention.#", ours::contains);
    }

    @AfterEach
    void close() throws IOException {
        killer.spare();
        ear.close();
    }

    /**
     * X as it is at its worst: posts come late and in any order, in pages of any size, or of none; walks break off at any page and any
     * statement; others come while somebody walks, or cannot be shown just then; another process takes over; X's own deliveries come between, twice. In the end a sweep, and the set of
     * events is the set of posts. Where nothing comes late, over hours and without any sweep, a poll is enough: the cursor
     * alone sees to it.
     */
    @Test
    void whateverHappensTheEventsAreThePosts() throws InterruptedException {
        Map<String, Set<String>> truth = new HashMap<>();
        Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        assumeTrue(Instant.now().plus(Duration.ofMinutes(5)).isBefore(midnight), "a sweep goes back over no midnight");
        long seed = new Random().nextLong();
        for (int i = 0; i < TRIES; i++) {
            Account acme = account();
            Random random = new Random(seed + i);
            String as = "seed " + (seed + i) + (i % 2 == 0 ? ", late" : ", in time");
            truth.put(acme.id().value(), i % 2 == 0 ? late(acme, random, as) : inTime(acme, random, as));
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
    private Set<String> late(Account acme, Random random, String as) {
        x.forget();
        quotas.forget();
        x.pageSize(2 + random.nextInt(8));
        Instant start = XPosts.today(Duration.ofMinutes(50));
        int seconds = (int) Duration.between(start, Instant.now()).toSeconds() + 1;
        List<JsonObject> coming = new ArrayList<>();
        int count = 3 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            coming.add(XPosts.mention(start.plusSeconds(random.nextInt(seconds)), acme.handle(), "hello " + i));
        }
        Collections.shuffle(coming, random);
        List<JsonObject> shown = new CopyOnWriteArrayList<>();
        while (!coming.isEmpty()) {
            int some = Math.min(coming.size(), 1 + random.nextInt(12));
            for (int i = 0; i < some; i++) {
                show(acme, shown, coming.removeLast(), random);
            }
            if (!coming.isEmpty() && random.nextInt(3) == 0) {
                JsonObject one = coming.removeLast();
                x.next(faults(random.nextInt(3), meanwhile(() -> show(acme, shown, one, random))));
            }
            happen(acme, shown, true, random);
        }
        return end(acme, shown, Depth.SWEEP, as);
    }

    /** Over twenty hours, each batch newer than the one before. */
    private Set<String> inTime(Account acme, Random random, String as) {
        x.forget();
        quotas.forget();
        x.pageSize(2 + random.nextInt(4));
        Instant start = Instant.now().minus(Duration.ofHours(20));
        List<JsonObject> shown = new CopyOnWriteArrayList<>();
        for (int batch = 0; batch < 6; batch++) {
            Instant from = start.plus(Duration.ofHours(3L * batch));
            for (int i = random.nextInt(12); i >= 0; i--) {
                show(
                        acme,
                        shown,
                        XPosts.mention(from.plusSeconds(random.nextInt(10_000)), acme.handle(), "hello"),
                        random);
            }
            if (random.nextInt(3) == 0) {
                JsonObject one = XPosts.mention(from.plusSeconds(10_000), acme.handle(), "just now");
                x.next(faults(random.nextInt(3), meanwhile(() -> show(acme, shown, one, random))));
            }
            happen(acme, shown, false, random);
            x.heal(); // what was to come while somebody walked would come late
        }
        return end(acme, shown, Depth.POLL, as);
    }

    /** Now and then others come with it whom nobody is to see: more of them than there are on a page. */
    private void show(Account acme, List<JsonObject> shown, JsonObject post, Random random) {
        shown.add(post);
        x.mention(acme.id().value(), post);
        if (random.nextInt(8) == 0) {
            Instant time = Instant.parse(Objects.requireNonNull(post.getString("created_at")));
            for (int i = random.nextInt(12); i >= 0; i--) {
                x.unseen(
                        acme.id().value(),
                        XPosts.mention(time.plusMillis(random.nextInt(1_000)), acme.handle(), "boo"));
            }
        }
    }

    private Set<String> end(Account acme, List<JsonObject> shown, Depth depth, String as) {
        x.heal();
        database.sql("update lease set expires_at = now() - interval '1 second' where name = 'listen mentions:"
                + acme.id() + "'");
        assertThat(walking.walk(Stream.mentions(acme), depth).await().atMost(LONG))
                .as(as)
                .isInstanceOf(TurnEnd.Complete.class);
        for (Gap gap : gaps.of(acme.id()).await().atMost(LONG)) {
            assertThat(gap.post()).as(as).isPresent();
            assertThat(filling.fill(gap, acme).await().atMost(LONG)).as(as).isInstanceOf(TurnEnd.Complete.class);
        }
        Set<String> ids = new HashSet<>();
        shown.forEach(post -> ids.add(post.getString("id")));
        return ids;
    }

    private void happen(Account acme, List<JsonObject> shown, boolean sweeps, Random random) {
        List<Uni<Object>> atOnce = new ArrayList<>();
        Optional<String> unavailable = Optional.empty();
        switch (random.nextInt(10)) {
            case 0 -> x.next(faults(random.nextInt(3), FakeX.status(503, "")));
            case 1 -> x.next(faults(random.nextInt(3), FakeX.status(200, "{\"data\":[")));
            case 6 -> x.next(faults(random.nextInt(3), FakeX.status(429, "{\"title\":\"Too Many Requests\"}")));
            case 7 -> x.next(faults(random.nextInt(3), WalkAtRandomComponentTest::reset));
            case 8 -> {
                unavailable =
                        Optional.of(shown.get(random.nextInt(shown.size())).getString("id"));
                unavailable.ifPresent(id -> x.unavailable(id, true));
            }
            case 2 ->
                killer.killAt(List.of("mention", "outbox", "walk_cursor", "mention_version")
                        .get(random.nextInt(4)));
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
                    .map(WalkAtRandomComponentTest::delivered)
                    .toList();
            atOnce.add(intake.hear(new Hearing(acme, List.of(acme), Via.WEBHOOK, Instant.now()), delivered)
                    .onFailure()
                    .recoverWithItem(List.of())
                    .map(Object.class::cast));
        }
        var _ = Uni.join().all(atOnce).andFailFast().await().atMost(LONG);
        killer.spare();
        quotas.forget();
        unavailable.ifPresent(id -> x.unavailable(id, false));
    }

    private static FakeX.Fault[] faults(int after, FakeX.Fault fault) {
        FakeX.Fault[] faults = new FakeX.Fault[after + 1];
        Arrays.fill(faults, FakeX.truth());
        faults[after] = fault;
        return faults;
    }

    private static FakeX.Fault meanwhile(Runnable what) {
        return request -> {
            what.run();
            return false;
        };
    }

    private static boolean reset(HttpServerRequest request) {
        var _ = request.connection().close();
        return true;
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

    private Account account() {
        Account acme = accounts.registered("faulty");
        ours.add(acme.id().value());
        return acme;
    }
}
