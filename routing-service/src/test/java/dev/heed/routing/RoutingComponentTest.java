package dev.heed.routing;

import static dev.heed.routing.Desk.agent;
import static dev.heed.routing.Desk.claimed;
import static dev.heed.routing.Desk.ticketOf;
import static dev.heed.routing.ticket.life.TicketFixture.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.UuidV7;
import dev.heed.messaging.broker.BrokerConfig;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.TicketFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The service on a real database and a real broker: events in, decided and owned tickets, events out. */
@QuarkusTest
class RoutingComponentTest extends AmongServices {

    RoutingComponentTest(BrokerConfig broker) {
        super(broker);
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
                        .map(Desk::ticketOf)
                        .map(ticket -> ticket.getList("posts").size()))
                .containsOnly(10));
    }

    @Test
    void aPublishedReplyStopsTheClocksAndStandsOnTheTicket() {
        HeardPost post = post(conversation, "@acme my router is broken");
        String id = claimed(others, post);
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
        String id = claimed(others, post);
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
