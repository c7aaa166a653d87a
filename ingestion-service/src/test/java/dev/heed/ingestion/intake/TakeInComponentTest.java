package dev.heed.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.HeardEvents;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.mention.Hearing;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.mention.Via;
import dev.heed.ingestion.mention.Watched;
import dev.heed.testing.Contracts;
import dev.heed.x.XPost;
import dev.heed.x.XUser;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The one way in, against a real database and broker. */
@QuarkusTest
@Parts
class TakeInComponentTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Inject
    TakeIn intake;

    @Inject
    FakeX x;

    @Inject
    AccountFixture accounts;

    @Inject
    Database database;

    private final Instant start = Instant.now().minusSeconds(600);
    private Account acme;
    private HeardEvents ear;

    @BeforeEach
    void listen() throws IOException, TimeoutException {
        x.forget();
        acme = accounts.registered("taken");
        ear = HeardEvents.ofMentions(acme.id().value());
    }

    @AfterEach
    void close() throws IOException {
        ear.close();
    }

    @Test
    void aNewerVersionIsNoNewMentionButAnEdit() throws InterruptedException {
        List<XPost> versions = versions(3);
        hear(Via.POLL, versions.get(0));
        hear(Via.WEBHOOK, versions.get(1));
        hear(Via.POLL, versions.get(2));

        List<JsonNode> events = ear.await(3);
        assertThat(types(events)).containsExactly("mention.received.v2", "mention.edited.v1", "mention.edited.v1");
        assertThat(events)
                .allSatisfy(event -> assertThat(
                                Contracts.violations(event.path("type").asText(), event))
                        .isEmpty());
        JsonNode last = events.getLast().at("/data/post");
        assertThat(last.path("firstId").asText()).isEqualTo(versions.getFirst().id());
        assertThat(last.path("previousId").asText()).isEqualTo(versions.get(1).id());
        assertThat(last.path("text").asText()).isEqualTo(versions.get(2).text());
        assertThat(stored()).containsExactly(versions.get(2).text());
    }

    @Test
    void anOlderVersionThatComesLaterChangesNothing() throws InterruptedException {
        List<XPost> versions = versions(3);
        hear(Via.POLL, versions.get(2));
        hear(Via.POLL, versions.get(0), versions.get(1));
        assertThat(types(ear.await(1))).containsExactly("mention.received.v2");
        assertThat(ear.rest()).isEmpty();
        assertThat(stored()).containsExactly(versions.get(2).text());
    }

    /** An older version that is looked up comes with the ids of those after it. */
    @Test
    void aVersionThatIsKnownFromAHistoryAloneIsAnEditWhenItIsMet() throws InterruptedException {
        String first = XPosts.id(start);
        String second = XPosts.id(start.plusSeconds(1));
        List<String> history = List.of(first, second);
        hear(Via.WEBHOOK, version(first, "@" + acme.handle() + " as it was", history));
        hear(Via.WEBHOOK, version(second, "@" + acme.handle() + " as it is", history));
        hear(Via.POLL, version(second, "@" + acme.handle() + " as it is", history));

        List<JsonNode> events = ear.await(2);
        assertThat(types(events)).containsExactly("mention.received.v2", "mention.edited.v1");
        assertThat(events.getLast().at("/data/post/previousId").asText()).isEqualTo(first);
        assertThat(ear.rest()).isEmpty();
        assertThat(stored()).containsExactly("@" + acme.handle() + " as it is");
    }

    /** Whatever the order, and however many at once: one mention, the newest text, and every reader can follow. */
    @RepeatedTest(5)
    void versionsThatComeOnSeveralWaysAtOnceAreOneMention() throws InterruptedException {
        List<XPost> versions = versions(5);
        List<Uni<List<Mention>>> hearings = new ArrayList<>();
        for (Via via : List.of(Via.POLL, Via.WEBHOOK, Via.SEARCH)) {
            List<XPost> order = new ArrayList<>(versions);
            Collections.shuffle(order, new Random());
            order.forEach(version -> hearings.add(intake.hear(hearing(via), List.of(version))));
        }
        Uni.join().all(hearings).andFailFast().await().atMost(LONG);

        assertThat(stored()).containsExactly(versions.getLast().text());
        List<JsonNode> events = awaitNewest(versions.getLast().id());
        assertThat(types(events).stream().filter("mention.received.v2"::equals)).hasSize(1);
        assertThat(types(events).getFirst()).isEqualTo("mention.received.v2");
        assertThat(events.stream().map(event -> event.at("/data/post/id").asText()))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void theSamePostsOnManyWaysAtOnceAreOneEventEach() throws InterruptedException {
        List<XPost> posts = IntStream.range(0, 60)
                .mapToObj(n -> post(XPosts.id(start.plusMillis(n)), "@" + acme.handle() + " " + n, null))
                .toList();
        List<Uni<List<Mention>>> hearings = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<XPost> some = new ArrayList<>(posts);
            Collections.shuffle(some, new Random(i));
            hearings.add(intake.hear(hearing(i % 2 == 0 ? Via.POLL : Via.WEBHOOK), some.subList(0, 40)));
        }
        hearings.add(intake.hear(hearing(Via.SWEEP), posts));
        Uni.join().all(hearings).andFailFast().await().atMost(LONG);

        List<String> ids = ear.await(60).stream()
                .map(event -> event.at("/data/post/id").asText())
                .toList();
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        posts.stream().map(XPost::id).toList());
        assertThat(ear.rest()).isEmpty();
    }

    @Test
    void aPostThatAWatchFindsToIsRememberedAsThatOnes() throws InterruptedException {
        XPost post = post(XPosts.id(start), "@" + acme.handle() + " gate B12", null);
        hear(Via.POLL, post);
        Hearing watching = new Hearing(acme, List.of(acme), Via.SEARCH, new Watched("w1", "gates"), Instant.now());
        assertThat(intake.hear(watching, List.of(post)).await().atMost(LONG)).isEmpty();
        assertThat(database.one("select watch_name from mention where post_id = '" + post.id() + "'"))
                .isEqualTo("gates");
        assertThat(ear.await(1).getFirst().at("/data/post/kind").asText()).isEqualTo("mention");
        assertThat(ear.rest()).isEmpty();
    }

    @Test
    void whatAWatchFoundIsAMentionOnceItsAuthorNamesUs() throws InterruptedException {
        String first = XPosts.id(start);
        List<String> history = List.of(first, XPosts.id(start.plusSeconds(1)), XPosts.id(start.plusSeconds(2)));
        Hearing watching = new Hearing(acme, List.of(acme), Via.SEARCH, new Watched("w1", "gates"), Instant.now());
        intake.hear(watching, List.of(version(first, "nobody at gate B12", List.of(first))))
                .await()
                .atMost(LONG);
        hear(Via.SWEEP, version(history.get(1), "@" + acme.handle() + " nobody at gate B12", history.subList(0, 2)));
        hear(Via.SWEEP, version(history.get(2), "nobody, anywhere", history));

        List<JsonNode> events = ear.await(3);
        assertThat(types(events)).containsExactly("mention.received.v2", "mention.edited.v1", "mention.edited.v1");
        assertThat(events.getFirst().at("/data/post/kind").asText()).isEqualTo("watch");
        assertThat(events.getFirst().at("/data/answerable/byApi").asBoolean(true))
                .isFalse();
        assertThat(events.subList(1, 3)).allSatisfy(edit -> {
            assertThat(Contracts.violations("mention.edited.v1", edit)).isEmpty();
            assertThat(edit.at("/data/post/kind").asText()).isEqualTo("mention");
            assertThat(edit.at("/data/post/addressed").asBoolean()).isTrue();
            assertThat(edit.at("/data/answerable/byApi").asBoolean()).isTrue();
        });
        assertThat(database.one("select kind || ' ' || addressed || ' ' || by_api || ' ' || watch_name from mention"
                        + " where first_id = '" + first + "'"))
                .isEqualTo("mention true true gates");
    }

    @Test
    void whatAMentionAnswersComesWithItFromWhatXShowsFromWhatIsKeptOrByAsking() throws InterruptedException {
        XPost root = post(XPosts.id(start), "@" + acme.handle() + " anybody?", null);
        hear(Via.POLL, root);
        XPost answer = reply(XPosts.id(start.plusSeconds(1)), root.id(), List.of());
        hear(Via.POLL, answer);
        XPost shown = post(XPosts.id(start.minusSeconds(9)), "shown with it", null);
        XPost second = reply(XPosts.id(start.plusSeconds(2)), shown.id(), List.of(shown));
        hear(Via.POLL, second);
        var asked = XPosts.mention(start.minusSeconds(8), "somebody", "asked for");
        x.lost(asked);
        hear(Via.POLL, reply(XPosts.id(start.plusSeconds(3)), asked.getString("id"), List.of()));
        hear(Via.POLL, reply(XPosts.id(start.plusSeconds(4)), shown.id(), List.of()));
        hear(Via.POLL, reply(XPosts.id(start.plusSeconds(5)), "404", List.of()));
        hear(Via.POLL, reply(XPosts.id(start.plusSeconds(6)), "404", List.of()));

        assertThat(ear.await(7).stream()
                        .map(event -> event.at("/data/parent/text").asText())
                        .toList())
                .containsExactly("", root.text(), "shown with it", "@somebody asked for", "shown with it", "", "");
        assertThat(x.asked()).as("asked for once each").hasSize(2);
    }

    @Test
    void whoWroteBeforeIsNoStranger() throws InterruptedException {
        hear(Via.POLL, post(XPosts.id(start), "@" + acme.handle() + " one", null));
        hear(
                Via.POLL,
                post(XPosts.id(start.plusSeconds(1)), "@" + acme.handle() + " two", null),
                post(XPosts.id(start.plusSeconds(2)), "@" + acme.handle() + " three", null));
        assertThat(ear.await(3).stream()
                        .map(event -> event.at("/data/author/mentionsBefore").asInt())
                        .toList())
                .containsExactly(0, 1, 2);
    }

    private List<JsonNode> awaitNewest(String id) throws InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        while (events.stream()
                .noneMatch(event -> event.at("/data/post/id").asText().equals(id))) {
            List<JsonNode> more = ear.await(1);
            assertThat(more).as("an event of the newest version").isNotEmpty();
            events.addAll(more);
        }
        events.addAll(ear.rest());
        return events;
    }

    private void hear(Via via, XPost... posts) {
        intake.hear(hearing(via), List.of(posts)).await().atMost(LONG);
    }

    private Hearing hearing(Via via) {
        return new Hearing(acme, List.of(acme), via, Instant.now());
    }

    /** Of one post, each knowing those before it. */
    private List<XPost> versions(int count) {
        Set<String> ids = new TreeSet<>();
        List<XPost> versions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = XPosts.id(start.plusSeconds(i));
            ids.add(id);
            versions.add(version(id, "@" + acme.handle() + " version " + i, List.copyOf(ids)));
        }
        return versions;
    }

    private XPost version(String id, String text, List<String> history) {
        return new XPost(
                id,
                text,
                "77",
                new XUser("77", "jo", "Jo"),
                start,
                history.getFirst(),
                null,
                null,
                null,
                null,
                history,
                List.of());
    }

    private XPost post(String id, String text, @Nullable String repliedTo) {
        return new XPost(
                id,
                text,
                "77",
                new XUser("77", "jo", "Jo"),
                start,
                id,
                null,
                repliedTo,
                null,
                "en",
                List.of(id),
                List.of());
    }

    private XPost reply(String id, String to, List<XPost> included) {
        return new XPost(
                id,
                "@" + acme.handle() + " see",
                "77",
                new XUser("77", "jo", "Jo"),
                start,
                to,
                null,
                to,
                null,
                null,
                null,
                List.of(id),
                List.of(),
                List.of(),
                included);
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.path("type").asText()).toList();
    }

    private List<String> stored() {
        return database.all("select text from mention where account_id = '" + acme.id() + "'");
    }
}
