package dev.heed.ingestion.mention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.account.AccountId;
import dev.heed.messaging.EnvelopeCodec;
import dev.heed.messaging.Event;
import dev.heed.messaging.Trace;
import dev.heed.messaging.UuidV7;
import dev.heed.testing.Contracts;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What this service sends keeps to what is published. */
class MentionReceivedContractTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00.123Z");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindKeepsTheContract(Kind kind) {
        assertKept(mention(kind, Via.POLL, "400", "1", "en"));
    }

    @ParameterizedTest
    @EnumSource(Via.class)
    void theLeastThatXMaySayKeepsTheContract(Via via) {
        assertKept(mention(Kind.MENTION, via, null, null, null));
    }

    private static void assertKept(Mention mention) {
        Event event = MentionReceivedV1.event(mention);
        String envelope = EnvelopeCodec.encode(
                event, UuidV7.next(), "/heed/ingestion", NOW, Objects.requireNonNull(event.traceparent()));
        assertThat(Contracts.violations(MentionReceivedV1.TYPE, envelope)).isEmpty();
    }

    private static Mention mention(
            Kind kind, Via via, @Nullable String toPost, @Nullable String toUser, @Nullable String lang) {
        return new Mention(
                new AccountId("1"),
                "acme",
                "600",
                "@acme hello",
                "7",
                "jo",
                "Jo",
                NOW,
                "400",
                toPost,
                toUser,
                lang,
                kind,
                kind != Kind.QUOTE,
                NOW,
                via,
                Trace.continueFrom(null));
    }
}
