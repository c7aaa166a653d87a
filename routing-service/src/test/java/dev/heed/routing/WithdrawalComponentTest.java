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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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

        others.withdrawn(List.of(post.id()), post, "deleted");

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

        others.withdrawn(List.of(post.id()), post, "suspended");

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
        others.withdrawn(List.of(post.id()), post, "deleted");
        until(post, "status", "withdrawn");

        others.hear(post(conversation, "@acme my router is broken again"));

        until(post, "status", "assigned");
    }

    @Test
    void aWithdrawalThatComesFirstKeepsThePostOutForGood() {
        HeardPost post = post(conversation, "@acme my router is broken, " + secret);
        HeardPost after = post(TicketFixture.conversation(), "@acme the one after");

        others.withdrawn(List.of(post.id()), post, "protected");
        Eventually.check(() -> assertThat(database.placesOf(post.id())).isNotEmpty());
        others.hear(post, after);

        ticketOf(after.id());
        assertThat(database.placesOf(secret)).isEmpty();
        assertThat(database.placesOf(post.id())).containsExactly("post_ahead.post_id");
    }

    @Test
    void whatAPostAnswersIsErasedWithItsOwnWithdrawalBeforeOrAfter() {
        String parentId = TicketFixture.conversation();
        String authorId = TicketFixture.conversation();
        var parent = new Parent(parentId, authorId, null, "parent says " + secret, TicketFixture.NOW, null);
        var around = new Surroundings(AuthorContext.NONE, parent, List.of(), null, null);
        HeardPost first = post(conversation, "@acme same here", around);
        HeardPost second = post(TicketFixture.conversation(), "@acme me too", around);
        others.hear(first);
        assertThat(ticketOf(first.id()).getString("posts[0].parent.text")).contains(secret);

        others.withdrawn(List.of(parentId), first, "deleted");
        until(first, "posts[0].parent.withdrawn", "withdrawn by its author");
        others.hear(second);

        assertThat(ticketOf(second.id()).getString("posts[0].parent.withdrawn")).isNotEmpty();
        assertThat(ticketOf(first.id()).getString("posts[0].parent.id")).isEqualTo(parentId);
        assertThat(database.placesOf(authorId)).as("the parent's author").isEmpty();
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

        others.edited(post, List.of(post.id(), newId), "@acme my modem is broken");

        until(post, "posts[0].text", "@acme my modem is broken");
        JsonPath ticket = ticketOf(newId);
        assertThat(ticket.getString("posts[0].editedAt")).isNotNull();
        assertThat(ticket.getString("history[-1].why")).isEqualTo("edited by its author");
        assertThat(database.placesOf(secret)).isEmpty();
        others.withdrawn(List.of(post.id(), newId), post, "deleted");
        until(post, "status", "withdrawn");
        assertThat(database.placesOf("modem")).doesNotContain("ticket_post.text");
    }

    @Test
    void anEditThatNamesUsCanBeAnswered() {
        HeardPost post = post(conversation, "acme, my router is broken");
        others.hear(post);
        assertThat(ticketOf(post).getBoolean("posts[0].answerable.byApi")).isFalse();

        others.edited(post, List.of(post.id(), TicketFixture.conversation()), "@acme my router is broken");

        until(post, "posts[0].answerable.byApi", "true");
        JsonPath ticket = ticketOf(post);
        assertThat(ticket.getString("posts[0].answerable.why")).isEqualTo("It names us.");
        assertThat(ticket.getString("posts[0].kind")).isEqualTo("mention");
    }

    @Test
    void anEditThatAsksForMoreIsDecidedAgain() {
        HeardPost post = post(conversation, "@acme my router is broken");
        others.hear(post);
        ticketOf(post);

        others.edited(post, List.of(post.id(), TicketFixture.conversation()), "@acme it burst into flames, " + secret);

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

        others.edited(post, List.of(post.id(), TicketFixture.conversation()), "@acme all is well");
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
    void anEditReachesCopiesThatComeBeforeOrAfterIt() {
        HeardPost post = post(conversation, "@acme it burns, " + secret);
        HeardPost before = answer(post.id(), secret);
        HeardPost after = answer(post.id(), secret);

        others.hear(before);
        others.edited(post, List.of(post.id(), TicketFixture.conversation()), "@acme it is well");
        others.hear(post);
        until(post, "posts[0].text", "@acme it is well");
        others.hear(after);

        assertThat(ticketOf(after.id()).getString("posts[0].parent.text")).isEqualTo("@acme it is well");
        assertThat(ticketOf(before.id()).getString("posts[0].parent.text")).isEqualTo("@acme it is well");
        assertThat(database.placesOf(secret)).isEmpty();
    }

    @Test
    void inWhateverOrderEventsComeTheNewestVersionAloneIsLeft() {
        for (int seed = 0; seed < 24; seed++) {
            String newest = "newest" + TicketFixture.conversation();
            List<Runnable> events = lifeOfAPost(chain(), 1 + seed % 3, newest);
            Collections.shuffle(events, new Random(seed));

            all(events, seed);

            assertThat(database.placesOf(secret)).as("seed " + seed).isEmpty();
            assertThat(database.placesOf(newest))
                    .as("seed " + seed)
                    .containsExactlyInAnyOrder("ticket_post.text", "ticket_post.parent_text");
        }
    }

    @Test
    void inWhateverOrderEventsComeNothingOfAWithdrawnPostIsLeft() {
        for (int seed = 0; seed < 24; seed++) {
            List<String> chain = chain();
            List<Runnable> events = lifeOfAPost(chain, 1 + seed % 3, "newest " + secret);
            events.add(() -> others.withdrawn(chain, post(conversation, "its account and author"), "deleted"));
            Collections.shuffle(events, new Random(seed));

            all(events, seed);

            assertThat(database.placesOf(secret)).as("seed " + seed).isEmpty();
        }
    }

    private static List<String> chain() {
        return Stream.generate(TicketFixture::conversation).limit(4).toList();
    }

    /** Others answer its versions, each with a copy; that of the last but one reads as the newest: ingestion gives what it holds. */
    private List<Runnable> lifeOfAPost(List<String> chain, int heardFrom, String newest) {
        HeardPost post = TicketFixture.version(
                post(TicketFixture.conversation(), "@acme never sent"),
                chain.subList(0, heardFrom),
                "@acme my router is broken, " + secret);
        var events = new ArrayList<Runnable>(List.of(() -> others.hear(post), () -> others.hear(post)));
        for (int version = heardFrom + 1; version <= chain.size(); version++) {
            List<String> upTo = chain.subList(0, version);
            events.add(() -> others.edited(post, upTo, upTo.equals(chain) ? newest : "again " + secret));
        }
        var answered = new LinkedHashSet<String>(chain.subList(heardFrom - 1, chain.size()));
        answered.add(chain.getFirst());
        for (String version : answered) {
            boolean late = chain.indexOf(version) >= 2;
            events.add(() -> others.hear(answer(version, late ? newest : "copy " + secret)));
        }
        return events;
    }

    private static HeardPost answer(String parentId, String text) {
        var parent = new Parent(parentId, "77", null, text, TicketFixture.NOW, null);
        var around = new Surroundings(AuthorContext.NONE, parent, List.of(), null, null);
        return post(TicketFixture.conversation(), "@acme same here", around);
    }

    /** All of these in order; returns when they were worked. */
    private void all(List<Runnable> events, int seed) {
        events.forEach(Runnable::run);
        HeardPost last = post(TicketFixture.conversation(), "@acme the one after");
        others.hear(last);
        ticketOf(last.id());
        assertThat(others.drain("routing.mentions.dead")).as("seed " + seed).isEmpty();
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
