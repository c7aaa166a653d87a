package dev.heed.ingestion.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.HeardEvents;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.TurnEnd;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** X may show anything: one odd value must not keep the good post beside it from being heard, on this turn or any other. */
@QuarkusTest
@Parts
class OddPagesComponentTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int TRIES = 300;

    private static final List<Object> ODD = List.of(
            "",
            " ",
            "a\0b",
            "\0",
            "\ud83d",
            "a\udc00b",
            "\u202e\u0007\n\r\t",
            "x".repeat(20_000),
            "'; drop table mention; --",
            "{}",
            "\\u0000",
            "9999999999999999999",
            "9223372036854775807",
            "0",
            "-1",
            "+1000000000-12-31T23:59:59.999999999Z",
            "+999999999-12-31T23:59:59Z",
            "+294277-01-01T00:00:00Z",
            "-1000000000-01-01T00:00:00Z",
            "0000-01-01T00:00:00.000Z",
            "0000-00-00T00:00:00.000Z",
            "9999-12-31T23:59:59.999Z",
            "1969-12-31T23:59:59.999Z",
            Long.MIN_VALUE,
            1e300,
            true,
            new JsonObject(),
            new JsonObject().put("id", "987654321"),
            new JsonArray(),
            new JsonArray().add("987654321").add("987654321"),
            new JsonArray().add(new JsonArray().add("\0")));

    @Inject
    WalkStream walking;

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    AccountFixture accounts;

    private Account acme;
    private HeardEvents ear;

    @BeforeEach
    void listen() throws IOException, TimeoutException {
        x.forget();
        quotas.forget();
        acme = accounts.registered("odd");
        ear = HeardEvents.ofMentions(acme.id().value());
    }

    @AfterEach
    void close() throws IOException {
        ear.close();
    }

    @Test
    void oneOddValueDoesNotLoseTheGoodPostBesideIt() throws InterruptedException {
        long seed = new Random().nextLong();
        Set<String> wanted = new HashSet<>();
        for (int i = 0; i < TRIES; i++) {
            Random random = new Random(seed + i);
            JsonObject good = XPosts.mention(Instant.now(), acme.handle(), "good " + i);
            JsonObject odd = page(good);
            int oddities = 1 + random.nextInt(3);
            for (int n = 0; n < oddities; n++) {
                spoil(odd, random);
            }
            odd.getJsonArray("data").add(good);
            x.next(FakeX.status(200, odd.encode()));
            assertThat(walking.walk(Stream.mentions(acme), Depth.POLL).await().atMost(LONG))
                    .as("seed %d, %s", seed + i, odd)
                    .isInstanceOf(TurnEnd.Complete.class);
            wanted.add(good.getString("id"));
        }
        Set<String> heard = new HashSet<>();
        while (!heard.containsAll(wanted)) {
            List<JsonNode> more = ear.await(1);
            assertThat(more).as("seed %d, all but %s", seed, heard.size()).isNotEmpty();
            heard.add(more.getFirst().at("/data/post/id").asText());
        }
    }

    /** A post with everything that a post may have, and what comes beside it. */
    private JsonObject page(JsonObject good) {
        JsonObject quoted = XPosts.mention(Instant.now(), "somebody", "earlier").put("author_id", "78");
        JsonObject odd = XPosts.mention(Instant.now(), acme.handle(), "odd");
        String id = odd.getString("id");
        odd.put("in_reply_to_user_id", "79")
                .put("edit_history_post_ids", new JsonArray().add(id))
                .put("attachments", new JsonObject().put("media_keys", new JsonArray().add("3_1")))
                .put("note_post", new JsonObject().put("text", "@" + acme.handle() + " a long story"))
                .put(
                        "referenced_posts",
                        new JsonArray()
                                .add(new JsonObject().put("type", "quoted").put("id", quoted.getString("id"))));
        JsonObject author = new JsonObject()
                .put("id", "77")
                .put("username", "jo")
                .put("name", "Jo")
                .put("verified", true)
                .put("verified_type", "blue")
                .put("created_at", "2020-01-01T00:00:00.000Z")
                .put("public_metrics", new JsonObject().put("followers_count", 5));
        JsonObject photo = new JsonObject()
                .put("media_key", "3_1")
                .put("type", "photo")
                .put("url", "https://pbs.example/1.jpg")
                .put("alt_text", "A gate");
        return new JsonObject()
                .put("data", new JsonArray().add(odd))
                .put(
                        "includes",
                        new JsonObject()
                                .put("users", new JsonArray().add(author))
                                .put("posts", new JsonArray().add(quoted))
                                .put("media", new JsonArray().add(photo)))
                .put("meta", new JsonObject().put("result_count", 2))
                .put("beside", good.getString("id"));
    }

    /** Puts something odd in the place of anything in the page but its frame. */
    private static void spoil(JsonObject page, Random random) {
        JsonObject includes = page.getJsonObject("includes");
        JsonObject place = switch (random.nextInt(6)) {
            case 0 -> includes.getJsonArray("users").getJsonObject(0);
            case 1 -> includes.getJsonArray("posts").getJsonObject(0);
            case 2 -> includes.getJsonArray("media").getJsonObject(0);
            default -> page.getJsonArray("data").getJsonObject(0);
        };
        List<String> names = List.copyOf(place.fieldNames());
        place.put(names.get(random.nextInt(names.size())), ODD.get(random.nextInt(ODD.size())));
    }
}
