package dev.heed.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.Heards;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.mention.Answerable;
import dev.heed.ingestion.mention.AuthorContext;
import dev.heed.ingestion.mention.Kind;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.mention.Post;
import dev.heed.ingestion.mention.Via;
import dev.heed.ingestion.mention.Watched;
import dev.heed.ingestion.parent.ParentPost;
import dev.heed.messaging.EnvelopeCodec;
import dev.heed.messaging.Event;
import dev.heed.messaging.Trace;
import dev.heed.messaging.UuidV7;
import dev.heed.testing.Contracts;
import dev.heed.x.XMedia;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What this service sends keeps to what is published. */
class MentionContractTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00.123Z");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindKeepsTheContract(Kind kind) {
        assertKept(received(Heards.mention("1", "acme", "600", kind, Via.POLL, NOW)));
    }

    @ParameterizedTest
    @EnumSource(Via.class)
    void theLeastThatXMaySayKeepsTheContract(Via via) {
        assertKept(received(Heards.mention("1", "acme", "600", Kind.MENTION, via, NOW)));
    }

    @Test
    void theMostThatXMaySayKeepsTheContract() {
        Mention mention = new Mention(
                new AccountId("1"),
                "acme",
                full(),
                Kind.WATCH,
                false,
                new Watched("0190", "gates"),
                new Answerable(false, "because"),
                NOW,
                Via.SEARCH,
                Trace.continueFrom(null));
        ParentPost parent = new ParentPost("400", "8", "al", "well?", NOW);
        AuthorContext author = new AuthorContext(12L, true, "blue", NOW, 3, NOW, "gold");
        assertKept(MentionReceivedV2.event(new Heard(mention, parent, author)));
    }

    @Test
    void aNewerVersionKeepsTheContractAndGoesOnWithTheTrace() {
        String trace = Trace.continueFrom(null);
        Event event = MentionEditedV1.event(new Edit(
                new AccountId("1"),
                "acme",
                "599",
                "400",
                full(),
                Kind.QUOTE,
                false,
                new Answerable(true, "because"),
                NOW,
                trace));
        assertKept(event);
        assertThat(Trace.traceId(Objects.requireNonNull(event.traceparent()))).isEqualTo(Trace.traceId(trace));
        assertThat(full().previousId()).isEqualTo("600");
    }

    private static Post full() {
        return new Post(
                "601",
                List.of("599", "600", "601"),
                "hello",
                "7",
                "jo",
                "Jo",
                NOW,
                "400",
                "400",
                "1",
                "55",
                "en",
                List.of(new XMedia("photo", "https://pbs.example/1.jpg", "A gate"), new XMedia("video", null, null)));
    }

    private static Event received(Mention mention) {
        return MentionReceivedV2.event(new Heard(mention, null, AuthorContext.UNKNOWN));
    }

    private static void assertKept(Event event) {
        String envelope = EnvelopeCodec.encode(
                event, UuidV7.next(), "/heed/ingestion", NOW, Objects.requireNonNull(event.traceparent()));
        assertThat(Contracts.violations(event.type(), envelope)).isEmpty();
    }
}
