package dev.heed.routing;

import static dev.heed.routing.Desk.ticketOf;
import static dev.heed.routing.ticket.life.TicketFixture.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.broker.BrokerConfig;
import dev.heed.routing.post.AuthorContext;
import dev.heed.routing.post.Parent;
import dev.heed.routing.post.Surroundings;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.TicketFixture;
import dev.heed.testing.Tokens;
import dev.heed.testing.WholeDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What becomes of tickets when customers edit, delete or hide what they wrote, and when they write in private. */
@QuarkusTest
class WithdrawalComponentTest extends AmongServices {

    private final WholeDatabase database = WholeDatabase.ofService();
    private final String secret = "zebra" + conversation;

    WithdrawalComponentTest(BrokerConfig broker) {
        super(broker);
    }

    private static void until(HeardPost post, String path, String value) {
        Eventually.check(() -> assertThat(ticketOf(post).getString(path)).isEqualTo(value));
    }

    @Test
    void aWithdrawnPostIsErasedEverywhereAndItsUnansweredTicketEndsInTime() {
        HeardPost post = post(conversation, "@acme my router is broken, " + secret);
        others.hear(post);
        ticketOf(post);
        assertThat(database.placesOf(secret)).contains("ticket_post.text", "ticket_post.media");

        others.withdrawn(post.id(), post, "deleted");

        until(post, "status", "withdrawn");
        JsonPath ticket = ticketOf(post);
        assertThat(ticket.getString("posts[0].text")).isEmpty();
        assertThat(ticket.getString("posts[0].withdrawn.reason")).isEqualTo("deleted");
        assertThat(ticket.getList("posts[0].found")).isEmpty();
        assertThat(ticket.getString("decision.rule")).isEqualTo("unhappy-customer");
        assertThat(ticket.getString("history[-1].why"))
                .isEqualTo("withdrawn by its author; nothing is left to be answered");
        assertThat(ticket.getList("clocks.breached", Boolean.class)).containsOnly(false);
        assertThat(ticket.getList("clocks.stoppedAt")).doesNotContainNull();
        Eventually.check(() -> assertThat(database.placesOf(secret)).isEmpty());
        Eventually.check(() -> assertThat(others.eventsOf(ticket.getString("id")))
                .extracting(Envelope::type)
                .endsWith("ticket.withdrawn.v1"));
        assertThat(others.eventsOf(ticket.getString("id")))
                .noneMatch(event -> event.data().toString().contains(secret))
                .noneMatch(event -> event.data().toString().contains("broken"));
        given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .post("/api/routing/tickets/" + ticket.getString("id") + "/claim")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://heed.dev/problems/ticket-withdrawn"));
    }

    @Test
    void aTicketThatWasAnsweredGoesOnAndOurWordsStay() {
        HeardPost post = post(conversation, "@acme my router is broken, " + secret);
        others.hear(post);
        String id = ticketOf(post).getString("id");
        others.replyPublished(conversation, id, post, post.createdAt().plusSeconds(100));
        Eventually.check(() -> assertThat(ticketOf(post).getList("replies")).hasSize(1));

        others.withdrawn(post.id(), post, "suspended");

        until(post, "posts[0].withdrawn.reason", "suspended");
        JsonPath ticket = ticketOf(post);
        assertThat(ticket.getString("status")).isEqualTo("assigned");
        assertThat(ticket.getString("replies[0].text")).isNotEmpty();
        assertThat(database.placesOf(secret)).isEmpty();
    }

    @Test
    void aFurtherPostOpensAWithdrawnTicketAgain() {
        HeardPost post = post(conversation, "@acme my router is broken");
        others.hear(post);
        ticketOf(post);
        others.withdrawn(post.id(), post, "deleted");
        until(post, "status", "withdrawn");

        others.hear(post(conversation, "@acme my router is broken again"));

        until(post, "status", "assigned");
    }

    @Test
    void aWithdrawalThatComesFirstKeepsThePostOutForGood() {
        HeardPost post = post(conversation, "@acme my router is broken, " + secret);
        HeardPost after = post(TicketFixture.conversation(), "@acme the one after");

        others.withdrawn(post.id(), post, "protected");
        Eventually.check(() -> assertThat(database.placesOf(post.id())).isNotEmpty());
        others.hear(post, after);

        ticketOf(after.id());
        assertThat(database.placesOf(secret)).isEmpty();
        assertThat(database.placesOf(post.id())).containsExactly("post_ahead.post_id");
    }

    @Test
    void whatAPostAnswersIsErasedWithItsOwnWithdrawalBeforeOrAfter() {
        String parentId = TicketFixture.conversation();
        var parent = new Parent(parentId, "77", null, "parent says " + secret, TicketFixture.NOW, null);
        var around = new Surroundings(AuthorContext.NONE, parent, List.of(), null, null);
        HeardPost first = post(conversation, "@acme same here", around);
        HeardPost second = post(TicketFixture.conversation(), "@acme me too", around);
        others.hear(first);
        assertThat(ticketOf(first.id()).getString("posts[0].parent.text")).contains(secret);

        others.withdrawn(parentId, first, "deleted");
        until(first, "posts[0].parent.withdrawn", "withdrawn by its author");
        others.hear(second);

        assertThat(ticketOf(second.id()).getString("posts[0].parent.withdrawn")).isNotEmpty();
        assertThat(ticketOf(first.id()).getString("status")).isEqualTo("assigned");
        assertThat(ticketOf(first.id()).getString("history[-1].what")).isEqualTo("withdrawn");
        assertThat(database.placesOf(secret)).isEmpty();
    }

    @Test
    void anEditReplacesTheTextAndTheOlderOneIsNotKept() {
        HeardPost post = post(conversation, "@acme my router is broken, " + secret);
        others.hear(post);
        ticketOf(post);
        String newId = TicketFixture.conversation();

        others.edited(post, newId, "@acme my modem is broken");

        until(post, "posts[0].text", "@acme my modem is broken");
        JsonPath ticket = ticketOf(newId);
        assertThat(ticket.getString("posts[0].editedAt")).isNotNull();
        assertThat(ticket.getString("history[-1].why")).isEqualTo("edited by its author");
        assertThat(database.placesOf(secret)).isEmpty();
        others.withdrawn(newId, post, "deleted");
        until(post, "status", "withdrawn");
        assertThat(database.placesOf("modem")).doesNotContain("ticket_post.text");
    }

    @Test
    void anEditThatAsksForMoreIsDecidedAgain() {
        HeardPost post = post(conversation, "@acme my router is broken");
        others.hear(post);
        ticketOf(post);

        others.edited(post, TicketFixture.conversation(), "@acme it burst into flames, " + secret);

        until(post, "decision.rule", "safety");
        JsonPath ticket = ticketOf(post);
        assertThat(ticket.getString("tier")).isEqualTo("safety");
        assertThat(ticket.getList("history.why", String.class))
                .contains("edited by its author")
                .anyMatch(why -> why != null && why.startsWith("edited: decided again: "));
        assertThat(database.placesOf(secret)).containsExactly("ticket_post.text");
    }

    @Test
    void anEditThatComesBeforeItsPostWaitsForIt() {
        HeardPost post = post(conversation, "@acme my router is broken, " + secret);

        others.edited(post, TicketFixture.conversation(), "@acme all is well");
        others.hear(post);

        until(post, "posts[0].text", "@acme all is well");
        assertThat(database.placesOf(secret)).isEmpty();
        assertThat(database.placesOf("all is well")).containsExactly("ticket_post.text");
    }

    @Test
    void aDirectMessageJoinsTheOpenTicketOfItsSender() {
        HeardPost post = TicketFixture.post(conversation, "c" + conversation, "@acme my router is broken");
        others.hear(post);
        String id = ticketOf(post).getString("id");
        String messageId = TicketFixture.conversation();

        others.message(messageId, post, "my customer number is 4711");

        JsonPath ticket = ticketOf(messageId);
        assertThat(ticket.getString("id")).isEqualTo(id);
        assertThat(ticket.getString("customer.handle")).isEqualTo(post.author().handle());
        assertThat(ticket.getString("posts.find { it.id == '" + messageId + "' }.kind"))
                .isEqualTo("message");
        Eventually.check(
                () -> assertThat(others.eventsOf(id)).extracting(Envelope::type).endsWith("ticket.messaged.v1"));
        assertThat(others.eventsOf(id)
                        .getLast()
                        .data()
                        .at("/ticket/messageIds/0")
                        .asText())
                .isEqualTo(messageId);
        assertThat(others.eventsOf(id)
                        .getLast()
                        .data()
                        .at("/ticket/latestPostId")
                        .asText())
                .isEqualTo(post.id());
    }

    @Test
    void aDirectMessageOfSomebodyNewOpensATicketThatIsToBeAnswered() {
        HeardPost sender = TicketFixture.post(conversation, "n" + conversation, "never sent");
        String messageId = TicketFixture.conversation();

        others.message(messageId, sender, "great, thank you all");

        JsonPath ticket = ticketOf(messageId);
        Eventually.check(
                () -> assertThat(ticketOf(messageId).getString("status")).isEqualTo("assigned"));
        assertThat(ticket.getString("decision.kind")).isEqualTo("respond");
        assertThat(ticket.getBoolean("posts[0].private")).isTrue();
        Eventually.check(
                () -> assertThat(others.eventsOf(ticket.getString("id"))).isNotEmpty());
        assertThat(others.eventsOf(ticket.getString("id"))
                        .getFirst()
                        .data()
                        .path("ticket")
                        .has("latestPostId"))
                .isFalse();
    }

    @Test
    void inWhateverOrderEventsComeNothingOfAWithdrawnPostIsLeft() {
        for (int seed = 0; seed < 24; seed++) {
            HeardPost post = post(TicketFixture.conversation(), "@acme my router is broken, " + secret);
            var parent = new Parent(post.id(), post.author().id(), null, secret, TicketFixture.NOW, null);
            HeardPost answer = post(
                    TicketFixture.conversation(),
                    "@acme same here",
                    new Surroundings(AuthorContext.NONE, parent, List.of(), null, null));
            String second = TicketFixture.conversation();
            String third = TicketFixture.conversation();
            List<Runnable> events = new ArrayList<>(List.of(
                    () -> others.hear(post),
                    () -> others.hear(post),
                    () -> others.edited(post, second, "again " + secret),
                    () -> others.edited(post, third, "and again " + secret),
                    () -> others.hear(answer),
                    () -> others.withdrawn(third, post, "deleted"),
                    () -> others.withdrawn(post.id(), post, "deleted")));
            Collections.shuffle(events, new Random(seed));

            events.forEach(Runnable::run);
            HeardPost last = post(TicketFixture.conversation(), "@acme the one after");
            others.hear(last);

            ticketOf(last.id());
            assertThat(database.placesOf(secret)).as("seed " + seed).isEmpty();
            assertThat(others.drain("routing.mentions.dead")).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void whatIsKnownAroundAPostIsShown() {
        HeardPost post = post(conversation, "@acme my router is broken");

        others.hear(post);

        JsonPath ticket = ticketOf(post);
        assertThat(ticket.getInt("customer.followers")).isEqualTo(1200);
        assertThat(ticket.getString("customer.tier")).isEqualTo("gold");
        assertThat(ticket.getInt("customer.mentionsBefore")).isEqualTo(3);
        assertThat(ticket.getBoolean("posts[0].answerable.byApi")).isFalse();
        assertThat(ticket.getList("posts[0].found")).contains("broken");
        assertThat(ticket.getList("posts[0].media")).hasSize(1);
    }
}
