package dev.heed.reply.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.messaging.EnvelopeCodec;
import dev.heed.messaging.Event;
import dev.heed.messaging.UuidV7;
import dev.heed.reply.draft.ReplyId;
import dev.heed.reply.guard.Guards;
import dev.heed.reply.publication.PublicationState.AwaitingSeal;
import dev.heed.reply.publication.PublicationState.Published;
import dev.heed.reply.publication.PublicationState.Refused;
import dev.heed.reply.publication.PublicationState.Sending;
import dev.heed.reply.publication.PublicationState.Settling;
import dev.heed.reply.publication.PublicationState.Unsettled;
import dev.heed.testing.Contracts;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this room tells keeps to what was published. */
class ReplyEventContractTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30.123456Z");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    static Stream<Event> events() {
        return Stream.of("1", null).flatMap(policy -> {
            Publication intended = publication(policy);
            Sending sending = new AwaitingSeal().sealed(NOW).sending(3, "hash", NOW, NOW);
            Published published = sending.published("1861", NOW);
            Refused refused = sending.refused("not-summoned", "X said no.", NOW);
            Settling settling = sending.unknown(
                    UnknownCause.UNCLEAR_ANSWER, "no answer in time", NOW, new Settling.Times(Duration.ofSeconds(30)));
            Unsettled unsettled = new Unsettled(2, UnknownCause.CALLER_LOST, "two of them", NOW);
            return Stream.of(
                    ReplyEventV1.intended(intended),
                    ReplyEventV1.published(intended.in(published), published),
                    ReplyEventV1.refused(intended.in(refused), refused),
                    ReplyEventV1.unknown(intended.in(settling), settling, NOW),
                    ReplyEventV1.unknown(intended.in(unsettled), unsettled, NOW));
        });
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_is_valid_and_goes_on_with_the_trace(Event event) {
        String trace = String.valueOf(event.traceparent());

        String json = EnvelopeCodec.encode(event, UuidV7.next(), "/heed/reply", NOW, trace);

        assertThat(Contracts.violations(event.type(), json)).isEmpty();
        assertThat(trace).startsWith(TRACE.substring(0, 35)).isNotEqualTo(TRACE);
    }

    private static Publication publication(@Nullable String policyVersion) {
        Reply reply = new Reply(
                new ReplyId(UuidV7.next()),
                "t-1",
                "1001",
                "acme",
                "1860",
                "We are on it",
                "agent",
                Guards.check("We are on it, see order 12345678901"),
                policyVersion,
                NOW,
                TRACE);
        return new Publication(reply, new AwaitingSeal());
    }
}
