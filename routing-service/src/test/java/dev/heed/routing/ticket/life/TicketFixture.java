package dev.heed.routing.ticket.life;

import dev.heed.routing.assignment.Assignment;
import dev.heed.routing.policy.Decision;
import dev.heed.routing.policy.DecisionKind;
import dev.heed.routing.policy.Turnaround;
import dev.heed.routing.post.Account;
import dev.heed.routing.post.Customer;
import dev.heed.routing.post.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Posts and tickets for tests. */
public final class TicketFixture {

    public static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    public static final Account ACME = new Account("900", "acme");
    public static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    public static final Turnaround TURNAROUND =
            new Turnaround(Duration.ofMinutes(15), Duration.ofMinutes(60), Duration.ofMinutes(60));
    public static final Person AGENT = new Person("agent", false);
    public static final Person OTHER = new Person("agent2", false);
    public static final Person LEAD = new Person("lead", true);

    private static final AtomicLong IDS = new AtomicLong(1_000_000 * System.currentTimeMillis());

    private TicketFixture() {}

    /** A new post of ada to acme in the conversation. */
    public static HeardPost post(String conversation, String text) {
        return post(conversation, "ada", text);
    }

    /** A new post of somebody to acme in the conversation. */
    public static HeardPost post(String conversation, String author, String text) {
        return heard(conversation, author, text, "mention", Surroundings.NONE);
    }

    /** A new post with what is known around it. */
    public static HeardPost post(String conversation, String text, Surroundings around) {
        return heard(conversation, "ada", text, "mention", around);
    }

    /** The same post as it is heard in a later version than its first. */
    public static HeardPost version(HeardPost post, List<String> chain, String text) {
        return new HeardPost(
                chain.getLast(),
                new HeardPost.Version(chain.getFirst(), chain.getLast(), null),
                post.ticketId(),
                post.account(),
                post.author(),
                post.conversationId(),
                text,
                post.kind(),
                post.addressed(),
                post.inReplyTo(),
                post.createdAt(),
                post.heardAt(),
                post.around(),
                post.traceparent());
    }

    /** A new direct message of somebody to acme, on the ticket of the conversation. */
    public static HeardPost message(String conversation, String author, String text) {
        return heard(conversation, author, text, HeardPost.MESSAGE, Surroundings.NONE);
    }

    private static HeardPost heard(String conversation, String author, String text, String kind, Surroundings around) {
        String id = Long.toString(IDS.incrementAndGet());
        return new HeardPost(
                id,
                HeardPost.Version.only(id),
                TicketId.of(ACME.id(), conversation, idOf(author)),
                ACME,
                new Customer(idOf(author), author, author.toUpperCase(Locale.ROOT)),
                conversation,
                text,
                kind,
                true,
                null,
                NOW.minusSeconds(30),
                NOW,
                around,
                TRACE);
    }

    /** The X user id of a customer of tests. */
    public static String idOf(String author) {
        return Integer.toUnsignedString(author.hashCode());
    }

    /** A conversation that no test has used. */
    public static String conversation() {
        return Long.toString(IDS.incrementAndGet());
    }

    public static Decision decision(DecisionKind kind, int priority, @Nullable String tier) {
        return new Decision(kind, "some-rule", "Some reason.", priority, tier, "1.0+0123456789ab", List.of());
    }

    public static Decision respond() {
        return decision(DecisionKind.RESPOND, 40, "first-line");
    }

    public static Ticket waiting() {
        return Ticket.open(post("1900000000000000001", "help"), respond(), TURNAROUND, NOW)
                .ticket();
    }

    public static Ticket assignedToAgent() {
        Ticket waiting = waiting();
        return waiting.assign(
                        (TicketState.Waiting) waiting.state(),
                        new Assignment("agent", "knows this customer"),
                        post("1900000000000000001", "help"),
                        NOW)
                .ticket();
    }

    public static Ticket claimedByAgent() {
        return done(assignedToAgent().claim(AGENT, NOW)).ticket();
    }

    public static Ticket monitored() {
        return Ticket.open(
                        post("1900000000000000001", "boo"), decision(DecisionKind.MONITOR, 15, "lead"), TURNAROUND, NOW)
                .ticket();
    }

    public static Ticket letStand() {
        return Ticket.open(
                        post("1900000000000000001", "nice"), decision(DecisionKind.LET_STAND, 5, null), TURNAROUND, NOW)
                .ticket();
    }

    public static Ticket resolved() {
        return done(claimedByAgent().resolve(AGENT, "solved on the phone", NOW)).ticket();
    }

    public static TicketChange done(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.change();
        }
        throw new AssertionError("not done: " + outcome);
    }

    public static Refusal refused(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused.refusal();
        }
        throw new AssertionError("not refused: " + outcome);
    }
}
