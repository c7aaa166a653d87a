package dev.heed.routing;

import static dev.heed.routing.Desk.agent;
import static dev.heed.routing.Desk.claimed;
import static dev.heed.routing.ticket.life.TicketFixture.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.heed.messaging.broker.BrokerConfig;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.TicketFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tickets there are, and who waits. */
@QuarkusTest
class TicketListComponentTest extends AmongServices {

    TicketListComponentTest(BrokerConfig broker) {
        super(broker);
    }

    @Test
    void listsAreFilteredAndWalkedPageByPage() {
        HeardPost[] posts = IntStream.range(0, 7)
                .mapToObj(i -> post(TicketFixture.conversation(), "pager", "@acme 100% broken " + conversation))
                .toArray(HeardPost[]::new);
        others.hear(posts);
        Stream.of(posts).forEach(Desk::ticketOf);

        for (String order : List.of("oldest", "urgent")) {
            List<String> seen = new ArrayList<>();
            String next = "";
            do {
                JsonPath page = agent().queryParam("q", "100% BROKEN " + conversation)
                        .queryParam("status", "assigned", "claimed")
                        .queryParam("account", "ACME")
                        .queryParam("limit", 3)
                        .queryParam("order", order)
                        .queryParam("cursor", next)
                        .get("/api/routing/tickets")
                        .jsonPath();
                seen.addAll(page.getList("items.id"));
                next = page.getString("next");
            } while (next != null);
            assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        }
        agent().queryParam("q", "100_ BROKEN " + conversation)
                .get("/api/routing/tickets")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void badListRequestsAreRefusedInWords() {
        for (String query : List.of("status=lost", "limit=0", "limit=many", "cursor=xyz", "order=best")) {
            agent().get("/api/routing/tickets?" + query).then().statusCode(400).contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "owner", "account", "post"})
    void aNulIsRefusedInWords(String filter) {
        agent().urlEncodingEnabled(false)
                .get("/api/routing/tickets?" + filter + "=a%00b")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://heed.dev/problems/nul-in-address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
    void aCursorOfATimeThatNoTicketHasIsUnknown(String time) {
        String forged = Base64.getUrlEncoder()
                .encodeToString(("1|" + time + "|" + new UUID(0, 0)).getBytes(StandardCharsets.UTF_8));
        agent().get("/api/routing/tickets?cursor=" + forged)
                .then()
                .statusCode(400)
                .body("type", equalTo("https://heed.dev/problems/unknown-cursor"));
    }

    @Test
    void theLedgerNamesWhoWaitsUntilTheyAreAnswered() {
        HeardPost post = post(conversation, "@acme my router is broken");
        String id = claimed(others, post);

        assertThat(unanswered()).contains(id);
        others.replyPublished(conversation, id, post, post.createdAt().plusSeconds(100));

        Eventually.check(() -> assertThat(unanswered()).doesNotContain(id));
    }

    private static List<String> unanswered() {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = agent().queryParam("limit", 200)
                    .queryParam("cursor", next)
                    .get("/api/routing/unanswered")
                    .jsonPath();
            ids.addAll(page.getList("items.ticketId"));
            next = page.getString("next");
        } while (next != null);
        return ids;
    }
}
