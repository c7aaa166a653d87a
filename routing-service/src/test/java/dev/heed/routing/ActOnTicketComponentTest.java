package dev.heed.routing;

import static dev.heed.routing.Desk.agent;
import static dev.heed.routing.Desk.as;
import static dev.heed.routing.Desk.claimed;
import static dev.heed.routing.Desk.released;
import static dev.heed.routing.ticket.life.TicketFixture.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.heed.messaging.UuidV7;
import dev.heed.messaging.broker.BrokerConfig;
import dev.heed.routing.ticket.life.TicketFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what with a ticket, and what two do at once. */
@QuarkusTest
class ActOnTicketComponentTest extends AmongServices {

    ActOnTicketComponentTest(BrokerConfig broker) {
        super(broker);
    }

    @Test
    void twoAgentsWhoClaimAtOnceAreOneOwnerAndOneRefusal() {
        List<String> tickets = IntStream.range(0, 5)
                .mapToObj(i -> released(others, post(TicketFixture.conversation(), "@acme my router is broken")))
                .toList();

        for (String id : tickets) {
            var answers = Stream.of("agent", "agent2")
                    .map(user -> CompletableFuture.supplyAsync(
                            () -> as(user, "agent").post("/api/routing/tickets/" + id + "/claim")))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers).extracting(answer -> answer.statusCode()).containsExactlyInAnyOrder(200, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 409)
                    .allSatisfy(answer -> assertThat(answer.jsonPath().getString("type"))
                            .isEqualTo("https://heed.dev/problems/ticket-owned-by-another"));
        }
    }

    @Test
    void thoseWhoOnlyReadMayNotAct() {
        String id = released(others, post(conversation, "@acme my router is broken"));

        as("compliance", "compliance").get("/api/routing/tickets/" + id).then().statusCode(200);
        as("admin", "admin").get("/api/routing/tickets/" + id).then().statusCode(200);
        as("compliance", "compliance")
                .post("/api/routing/tickets/" + id + "/claim")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void anUnknownTicketIsSaidToBeUnknown() {
        for (String id : List.of(UuidV7.next().toString(), "not-an-id")) {
            agent().get("/api/routing/tickets/" + id)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", equalTo("https://heed.dev/problems/unknown-ticket"));
            agent().post("/api/routing/tickets/" + id + "/claim").then().statusCode(404);
        }
    }

    @Test
    void whoActsOnAnOldVersionIsToldSo() {
        String id = released(others, post(conversation, "@acme my router is broken"));
        String etag = agent().get("/api/routing/tickets/" + id).header("ETag");

        assertThat(etag).isEqualTo("\"3\"");
        agent().header("If-Match", "\"2\"")
                .post("/api/routing/tickets/" + id + "/claim")
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("detail", startsWith("It is at version 3 now."));
        agent().header("If-Match", etag)
                .post("/api/routing/tickets/" + id + "/claim")
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"");
        agent().post("/api/routing/tickets/" + id + "/claim")
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"");
    }

    @Test
    void endingWithoutAnAnswerNeedsANote() {
        String id = claimed(others, post(conversation, "@acme my router is broken"));

        for (String body : List.of("{\"notes\":\"mine\"}", "{\"note\":\"mi\\u0000ne\"}")) {
            agent().contentType("application/json")
                    .body(body)
                    .post("/api/routing/tickets/" + id + "/resolve")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("https://heed.dev/problems/malformed-body"));
        }

        agent().contentType("application/json")
                .post("/api/routing/tickets/" + id + "/resolve")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://heed.dev/problems/note-needed"));
        as("agent2", "agent")
                .contentType("application/json")
                .body(Map.of("note", "mine"))
                .post("/api/routing/tickets/" + id + "/resolve")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://heed.dev/problems/ticket-owned-by-another"));
        as("lead", "agent", "lead")
                .post("/api/routing/tickets/" + id + "/claim")
                .then()
                .statusCode(200)
                .body("owner", equalTo("lead"))
                .body("history[-1].why", equalTo("taken over from agent"));
    }
}
