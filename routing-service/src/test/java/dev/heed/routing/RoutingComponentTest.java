package dev.heed.routing;

import static dev.heed.routing.ticket.TicketFixture.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.UuidV7;
import dev.heed.messaging.broker.BrokerConfig;
import dev.heed.routing.ticket.HeardPost;
import dev.heed.routing.ticket.TicketFixture;
import dev.heed.testing.RealParts;
import dev.heed.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real database and a real broker: events in, people over HTTP, events out. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "routing"))
class RoutingComponentTest {

    private final BrokerConfig broker;
    private final String conversation = TicketFixture.conversation();

    @SuppressWarnings("NullAway.Init") // before each test
    private OtherServices others;

    RoutingComponentTest(BrokerConfig broker) {
        this.broker = broker;
    }

    @BeforeEach
    void join() throws Exception {
        others = new OtherServices(broker);
    }

    @AfterEach
    void leave() throws Exception {
        others.close();
    }

    private static RequestSpecification as(String user, String... roles) {
        return given().auth().oauth2(Tokens.of(user, roles));
    }

    private static RequestSpecification agent() {
        return as("agent", "agent");
    }

    private static JsonPath ticketOf(HeardPost post) {
        JsonPath[] found = new JsonPath[1];
        Eventually.check(() -> {
            JsonPath page =
                    agent().get("/api/routing/tickets?post=" + post.id()).jsonPath();
            assertThat(page.getList("items")).hasSize(1);
            found[0] = page.setRootPath("items[0]");
        });
        return found[0];
    }

    /** A ticket that nobody owns. */
    private String released(HeardPost post) {
        others.hear(post);
        String id = ticketOf(post).getString("id");
        as("lead", "agent", "lead")
                .post("/api/routing/tickets/" + id + "/release")
                .then()
                .statusCode(200);
        return id;
    }

    /** A ticket of agent's. */
    private String claimed(HeardPost post) {
        String id = released(post);
        agent().post("/api/routing/tickets/" + id + "/claim").then().statusCode(200);
        return id;
    }

    @Test
    void aMentionBecomesADecidedOwnedTicketUnderOneTrace() {
        HeardPost post = post(conversation, "@acme my router is broken");

        others.hear(post);

        JsonPath ticket = ticketOf(post);
        assertThat(ticket.getString("status")).isEqualTo("assigned");
        assertThat(ticket.getString("owner")).startsWith("agent");
        assertThat(ticket.getString("decision.rule")).isEqualTo("unhappy-customer");
        assertThat(ticket.getString("decision.kind")).isEqualTo("respond");
        assertThat(ticket.getString("traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(ticket.getList("clocks.kind")).containsExactly("acknowledge", "first_response");
        assertThat(ticket.getList("history.what")).containsExactly("opened", "assigned");
        Eventually.check(() -> assertThat(others.eventsOf(ticket.getString("id")))
                .extracting(Envelope::type)
                .containsExactly("ticket.opened.v2", "ticket.assigned.v2"));
        assertThat(others.eventsOf(ticket.getString("id")))
                .allSatisfy(event -> assertThat(event.traceId()).isEqualTo(ticket.getString("traceId")))
                .extracting(event -> event.data().at("/ticket/version").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void theSameMentionTwiceIsOneTicketWithOnePost() {
        HeardPost post = post(conversation, "@acme my router is broken");
        var eventId = UuidV7.next();

        others.hearAs(eventId, post);
        others.hearAs(eventId, post);
        others.hearAs(UuidV7.next(), post);
        HeardPost last = post(TicketFixture.conversation(), "@acme the one after");
        others.hear(last);
        ticketOf(last);

        JsonPath ticket = ticketOf(post);
        assertThat(ticket.getList("posts")).hasSize(1);
        assertThat(ticket.getInt("version")).isEqualTo(2);
    }

    @Test
    void manyMentionsAtOnceAreOneTicketForEachConversation() {
        List<String> conversations = IntStream.range(0, 10)
                .mapToObj(i -> TicketFixture.conversation())
                .toList();
        List<HeardPost> posts = IntStream.range(0, 100)
                .mapToObj(i -> post(conversations.get(i % 10), "@acme my router is broken " + i))
                .toList();

        others.hear(posts.toArray(HeardPost[]::new));

        Eventually.check(() -> assertThat(posts.stream()
                        .limit(10)
                        .map(RoutingComponentTest::ticketOf)
                        .map(ticket -> ticket.getList("posts").size()))
                .containsOnly(10));
    }

    @Test
    void twoAgentsWhoClaimAtOnceAreOneOwnerAndOneRefusal() {
        List<String> tickets = IntStream.range(0, 5)
                .mapToObj(i -> released(post(TicketFixture.conversation(), "@acme my router is broken")))
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
    void aPublishedReplyStopsTheClocksAndStandsOnTheTicket() {
        HeardPost post = post(conversation, "@acme my router is broken");
        String id = claimed(post);
        var at = post.createdAt().plusSeconds(100);

        others.replyPublished(conversation, id, post, at);

        Eventually.check(() -> assertThat(ticketOf(post).getList("replies")).hasSize(1));
        JsonPath ticket = ticketOf(post);
        assertThat(ticket.getString("status")).isEqualTo("claimed");
        assertThat(ticket.getString("clocks.find { it.kind == 'first_response' }.stoppedAt"))
                .isEqualTo(at.toString());
        assertThat(ticket.getString("replies[0].postId")).isEqualTo(OtherServices.answerTo(post));
        assertThat(ticket.getString("replies[0].inReplyTo")).isEqualTo(post.id());
        Eventually.check(
                () -> assertThat(others.eventsOf(id)).extracting(Envelope::type).endsWith("ticket.answered.v2"));
        others.replyPublished(conversation, id, post, at);
        others.replyRefused(conversation + "-r", id, post);
        Eventually.check(
                () -> assertThat(ticketOf(post).getList("history.what")).endsWith("answered", "reply refused"));
        assertThat(ticketOf(post).getString("history[-1].why")).contains("NOT_SUMMONED", "did not name us");
        assertThat(ticketOf(post).getList("replies")).hasSize(1);
    }

    @Test
    void aFurtherPostReopensAResolvedTicket() {
        HeardPost post = post(conversation, "@acme my router is broken");
        String id = claimed(post);
        agent().contentType("application/json")
                .body(Map.of("note", "solved on the phone"))
                .post("/api/routing/tickets/" + id + "/resolve")
                .then()
                .statusCode(200)
                .body("status", equalTo("resolved"))
                .body("history[-1].why", equalTo("solved on the phone"));

        others.hear(post(conversation, "@acme it is broken again"));

        Eventually.check(() -> assertThat(ticketOf(post).getString("status")).isEqualTo("assigned"));
        assertThat(ticketOf(post).getString("owner")).isEqualTo("agent");
        assertThat(ticketOf(post).getList("history.what")).endsWith("resolved", "mentioned", "reopened", "assigned");
        Eventually.check(() -> assertThat(others.eventsOf(id))
                .extracting(Envelope::type)
                .endsWith("ticket.resolved.v2", "ticket.mentioned.v2", "ticket.reopened.v2", "ticket.assigned.v2"));
    }

    @Test
    void aMalformedEventGoesToTheDeadLettersWithItsReasonAndTheRestGoesOn() {
        others.drain("routing.mentions.dead");
        HeardPost before = post(TicketFixture.conversation(), "@acme before");
        HeardPost broken = post(TicketFixture.conversation(), "@acme broken");
        HeardPost after = post(TicketFixture.conversation(), "@acme after");

        others.hear(before);
        others.send(
                "mention.received.v1",
                OtherServices.envelope(UuidV7.next(), broken).replace("\"authorId\"", "\"autorId\""));
        others.hear(after);

        ticketOf(before);
        ticketOf(after);
        List<String> reasons = new ArrayList<>();
        Eventually.check(() -> {
            others.drain("routing.mentions.dead")
                    .forEach(dead -> reasons.add(
                            String.valueOf(dead.getProps().getHeaders().get("x-heed-reason"))));
            assertThat(reasons).singleElement().asString().contains("authorId is missing");
        });
    }

    @Test
    void aReplyToNoTicketGoesToTheDeadLetters() {
        others.drain("routing.replies.dead");

        others.replyRefused(conversation, UuidV7.next().toString(), post(conversation, "@acme hi"));

        Eventually.check(() -> assertThat(others.drain("routing.replies.dead")).hasSize(1));
    }

    @Test
    void strangersAreRefusedInWords() {
        given().get("/api/routing/tickets").then().statusCode(401).contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.expired("agent", "agent"))
                .get("/api/routing/tickets")
                .then()
                .statusCode(401)
                .body("type", equalTo("https://heed.dev/problems/not-signed-in"));
        given().auth()
                .oauth2(Tokens.forAudience("other", "agent", "agent"))
                .get("/api/routing/tickets")
                .then()
                .statusCode(401);
        as("nobody", "visitor")
                .get("/api/routing/tickets")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("https://heed.dev/problems/wrong-role"));
    }

    @Test
    void thoseWhoOnlyReadMayNotAct() {
        String id = released(post(conversation, "@acme my router is broken"));

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
        String id = released(post(conversation, "@acme my router is broken"));
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
        String id = claimed(post(conversation, "@acme my router is broken"));

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

    @Test
    void listsAreFilteredAndWalkedPageByPage() {
        HeardPost[] posts = IntStream.range(0, 7)
                .mapToObj(i -> post(TicketFixture.conversation(), "pager", "@acme 100% broken " + conversation))
                .toArray(HeardPost[]::new);
        others.hear(posts);
        Stream.of(posts).forEach(RoutingComponentTest::ticketOf);

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

    @Test
    void theLedgerNamesWhoWaitsUntilTheyAreAnswered() {
        HeardPost post = post(conversation, "@acme my router is broken");
        String id = claimed(post);

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

    @Test
    void thePolicyIsShownWithItsVersion() {
        as("compliance", "compliance")
                .get("/api/routing/policy")
                .then()
                .statusCode(200)
                .body("version", startsWith("1.0+"))
                .body("document.turnaround.acknowledge", equalTo("15 minutes"));
    }

    @Test
    void theDeskIsServedAndKnowsItsUser() {
        given().get("/desk/").then().statusCode(200).contentType("text/html");
        given().get("/desk").then().statusCode(200).contentType("text/html");
        given().get("/desk/desk.js").then().statusCode(200).contentType("text/javascript");
        as("lead", "agent", "lead")
                .get("/api/routing/desk/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("lead"))
                .body("roles", equalTo(List.of("agent", "lead")));
    }

    @Test
    void itsWorkIsCountedAndItsHealthTold() {
        HeardPost post = post(conversation, "@acme my router is broken");
        others.hear(post);
        ticketOf(post);

        assertThat(given().get("/q/metrics").asString()).contains("heed_tickets_opened_total{decision=\"respond\"");
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/api/routing/openapi").then().statusCode(200);
    }
}
