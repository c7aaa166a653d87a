package dev.heed.ingestion.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.HeardEvents;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.Source;
import dev.heed.ingestion.rota.TurnEnd;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a watch that was set up to the events of what it finds. */
@QuarkusTest
@Parts
class WatchSourcesComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    FakeX x;

    @Inject
    Pool pool;

    @Inject
    WatchSources sources;

    @Inject
    Watches watches;

    @Inject
    SetUpWatch settingUp;

    @Inject
    ChangeWatch changing;

    @BeforeEach
    void begin() {
        x.forget();
        pool.query("delete from watch").executeAndAwait();
        pool.query("delete from mention where account_id = '7702'").executeAndAwait();
        pool.query("insert into account (id, handle, name, status, registered_at) values"
                        + " ('7702', 'blackmesa', 'Black Mesa', 'active', now())"
                        + " on conflict (id) do update set status = 'active'")
                .executeAndAwait();
    }

    @Test
    void whatAWatchFindsIsHeardOnceAsAboutUsAndWhatAddressesUsAsAMention() throws Exception {
        setUp("crowbar", true);
        JsonObject about = XPosts.mention(Instant.now().minusSeconds(300), "nobody", "my crowbar broke");
        JsonObject to = XPosts.mention(Instant.now().minusSeconds(200), "blackmesa", "my crowbar broke");
        x.lost(about);
        x.lost(to);
        try (HeardEvents ear = HeardEvents.ofMentions("7702")) {
            assertThat(turn()).isEqualTo(new TurnEnd.Complete(2));
            Map<String, JsonNode> byPost = ear.await(2).stream()
                    .map(event -> event.path("data"))
                    .collect(Collectors.toMap(data -> data.at("/post/id").asText(), Function.identity()));
            JsonNode seen = Objects.requireNonNull(byPost.get(about.getString("id")));
            assertThat(seen.at("/post/kind").asText()).isEqualTo("watch");
            assertThat(seen.at("/post/addressed").asBoolean()).isFalse();
            assertThat(seen.at("/answerable/byApi").asBoolean()).isFalse();
            assertThat(seen.at("/watch/name").asText()).isEqualTo("crowbar");
            assertThat(seen.at("/author/mentionsBefore").asInt()).isZero();
            JsonNode addressed = Objects.requireNonNull(byPost.get(to.getString("id")));
            assertThat(addressed.at("/post/kind").asText()).isEqualTo("mention");
            assertThat(addressed.at("/answerable/byApi").asBoolean()).isTrue();
            assertThat(turn()).isEqualTo(new TurnEnd.Complete(0));
            assertThat(ear.rest()).isEmpty();
        }
    }

    @Test
    void aNewWatchBeginsNowAndAChangedOneToo() {
        x.lost(XPosts.mention(Instant.now().minus(Duration.ofHours(3)), "nobody", "an old crowbar"));
        Watch watch = setUp("crowbar", false);
        assertThat(turn()).isEqualTo(new TurnEnd.Complete(0));
        x.lost(XPosts.mention(Instant.now(), "nobody", "a new crowbar"));
        assertThat(turn()).isEqualTo(new TurnEnd.Complete(1));

        assertThat(change(watch, "headcrab", false)).isInstanceOf(Outcome.Done.class);
        assertThat(source().key().word()).isEqualTo("watch:" + watch.id() + ".1");
        assertThat(turn()).isEqualTo(new TurnEnd.Complete(0));
        assertThat(change(watch, "lambda", true)).isInstanceOf(Outcome.Done.class);
        assertThat(turn()).isEqualTo(new TurnEnd.Complete(1));
    }

    @Test
    void whatIsPausedHasNoTurns() {
        Watch watch = setUp("crowbar", false);
        assertThat(find()).hasSize(1);
        changing.change(watch.id(), wish("", "paused", false)).await().atMost(PATIENCE);
        assertThat(find()).isEmpty();
        changing.change(watch.id(), wish("", "active", false)).await().atMost(PATIENCE);
        assertThat(find()).hasSize(1);
        pool.query("update account set status = 'paused' where id = '7702'").executeAndAwait();
        assertThat(find()).isEmpty();
    }

    @Test
    void aQueryThatXNoLongerTakesIsShownAndComesBack() {
        Watch watch = setUp("crowbar", false);
        x.next(FakeX.status(400, "{\"errors\":[{\"message\":\"no viable alternative\"}]}"));
        assertThat(turn()).isInstanceOf(TurnEnd.Refused.class);
        assertThat(one(watch).status()).isEqualTo(WatchStatus.REFUSED);
        assertThat(one(watch).refusal()).contains("no viable alternative");
        assertThat(turn()).isInstanceOf(TurnEnd.Complete.class);
        assertThat(one(watch).status()).isEqualTo(WatchStatus.ACTIVE);
        assertThat(one(watch).refusal()).isNull();
        x.next(FakeX.status(402, "{\"title\":\"CreditsDepleted\",\"detail\":\"no credits\"}"));
        assertThat(turn()).isInstanceOf(TurnEnd.Refused.class);
        assertThat(one(watch).status()).isEqualTo(WatchStatus.ACTIVE);
    }

    private Watch one(Watch watch) {
        return watches.find(watch.id()).await().atMost(PATIENCE).orElseThrow().watch();
    }

    private Watch setUp(String word, boolean backfill) {
        Outcome outcome = settingUp
                .setUp("blackmesa", word, word, backfill, "lead")
                .await()
                .atMost(PATIENCE);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).watch().watch();
    }

    private Outcome change(Watch watch, String query, boolean backfill) {
        return changing.change(watch.id(), wish(query, "", backfill)).await().atMost(PATIENCE);
    }

    private static ChangeWatch.Wish wish(String query, String status, boolean backfill) {
        return new ChangeWatch.Wish(
                Optional.empty(),
                Optional.of(query).filter(word -> !word.isEmpty()),
                Optional.of(status).filter(word -> !word.isEmpty()),
                backfill);
    }

    private List<Source> find() {
        return sources.find().await().atMost(PATIENCE);
    }

    private Source source() {
        return find().getFirst();
    }

    private TurnEnd turn() {
        return source().turn(Depth.POLL).await().atMost(PATIENCE);
    }
}
