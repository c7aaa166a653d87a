package dev.heed.local.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.heed.local.api.EntryView;
import dev.heed.local.api.LedgerPost;
import dev.heed.local.api.TicketView;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One customer's post to @acme, answered once and on the record once, and ways to spoil it. */
final class ReportFixture {
    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    static final Scope SCOPE = new Scope(Set.of("10"), Set.of("acme"));

    private ReportFixture() {}

    static Facts sound() {
        return new Facts(
                List.of(customers("10", "@acme hello"), ours("20", "10", "hi")),
                List.of(ticket("t1", "acme", "10")),
                List.of(response(0, "r1", "20", "hi")));
    }

    static Facts with(Facts facts, LedgerPost more) {
        return new Facts(plus(facts.ledger(), more), facts.tickets(), facts.responses());
    }

    static Facts with(Facts facts, TicketView more) {
        return new Facts(facts.ledger(), plus(facts.tickets(), more), facts.responses());
    }

    static Facts with(Facts facts, EntryView more) {
        return new Facts(facts.ledger(), facts.tickets(), plus(facts.responses(), more));
    }

    static LedgerPost customers(String id, String text) {
        return new LedgerPost(id, "post", "mara", "7", text, text, null, NOON, "control", null);
    }

    static LedgerPost ours(String id, String inReplyTo, String text) {
        return new LedgerPost(id, "post", "Acme", "1", text, "@mara " + text, inReplyTo, NOON, "api", null);
    }

    static TicketView ticket(String id, String handle, String... posts) {
        return new TicketView(
                id,
                1,
                new TicketView.Account("1", handle),
                new TicketView.Customer("7", "mara", "Mara"),
                "assigned",
                new TicketView.Decision("respond", "unhappy", "a bad experience", "1"),
                "agent",
                "first",
                Arrays.stream(posts)
                        .map(post -> new TicketView.Post(post, "text", "mara", NOON))
                        .toList(),
                List.of(),
                List.of(),
                NOON,
                "trace");
    }

    static EntryView response(long index, String replyId, String postId, String text) {
        return new EntryView(
                index,
                "response",
                "1",
                "t1",
                replyId,
                postId,
                "agent",
                NOON,
                NOON,
                "hash",
                "trace",
                JsonNodeFactory.instance.objectNode().put("textSha256", Proof.sha256(text)));
    }

    private static <T> List<T> plus(List<T> all, T more) {
        return Stream.concat(all.stream(), Stream.of(more)).toList();
    }
}
