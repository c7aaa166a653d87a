package dev.heed.ingestion.gap;

import dev.heed.ingestion.account.Account;
import dev.heed.messaging.Event;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The data of {@code finding.raised.v1}: something was said to us that nobody heard, and nobody looks for. */
@RegisterForReflection
record FindingRaisedV1(FindingV1 finding, Instant at) {

    static final String TYPE = "finding.raised.v1";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    @RegisterForReflection
    record FindingV1(
            String id, String kind, String severity, AccountV1 account, String what, Instant from, Instant to) {}

    @RegisterForReflection
    record AccountV1(String id, String handle) {}

    static Event event(Gap gap, Account account, Instant now) {
        FindingV1 finding = new FindingV1(
                gap.id().toString(),
                "unheard",
                "high",
                new AccountV1(account.id().value(), account.handle()),
                words(gap, account.handle()),
                gap.begins(),
                gap.lostUntil());
        return new Event(TYPE, gap.id().toString(), account.id().value(), new FindingRaisedV1(finding, now), null);
    }

    /** A search for the handle is the net of a timeline: what it alone finds is plain quotes. */
    private static String what(String source) {
        if (source.startsWith("messages:")) {
            return "written in private to";
        }
        return source.startsWith("search:") ? "said in plain quotes of" : "posted about";
    }

    /** What is lost, and why; nothing of a customer's. */
    static String words(Gap gap, String handle) {
        return "%s: what was %s @%s between %s and %s UTC was not heard, and is not looked for any more."
                .formatted(
                        gap.why(),
                        what(gap.source()),
                        handle,
                        MINUTE.format(gap.begins()),
                        MINUTE.format(gap.lostUntil()));
    }
}
