package dev.heed.reply.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.reply.publication.PublicationState.AwaitingSeal;
import dev.heed.reply.publication.PublicationState.Published;
import dev.heed.reply.publication.PublicationState.Ready;
import dev.heed.reply.publication.PublicationState.Refused;
import dev.heed.reply.publication.PublicationState.Sending;
import dev.heed.reply.publication.PublicationState.Settling;
import dev.heed.reply.publication.PublicationState.Unsettled;
import dev.heed.reply.timeline.Reading;
import dev.heed.x.RateLimit;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationStateTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Settling.Times TIMES = new Settling.Times(Duration.ofSeconds(30));
    private static final Conclusion CONCLUSION = new Conclusion(NOW, Duration.ofSeconds(5), TIMES);

    private final Ready ready = new AwaitingSeal().sealed(NOW);
    private final Sending sending = ready.sending(7, "hash", NOW, NOW.plusSeconds(15));

    @Test
    void what_is_not_sealed_is_never_due() {
        assertThat(new AwaitingSeal().due()).isEmpty();
        assertThat(ready.due()).contains(NOW);
    }

    @Test
    void an_answer_with_an_id_is_published() {
        assertThat(CONCLUSION.of(sending, new XAnswer.Given<>("99", RateLimit.UNKNOWN)))
                .isEqualTo(new Published(1, "99", NOW, HowKnown.ANSWER, null));
    }

    @ParameterizedTest
    @EnumSource(
            value = Refusal.class,
            names = {"NOT_SUMMONED", "TARGET_GONE", "TOO_LONG", "FORBIDDEN", "NOT_FOUND", "INVALID"})
    void a_clear_no_is_refused(Refusal refusal) {
        assertThat(CONCLUSION.of(sending, new XAnswer.Refused<>(refusal, 403, "because")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.detail()).contains("because"));
    }

    @Test
    void a_duplicate_is_unknown_since_the_duplicate_may_be_ours() {
        assertThat(CONCLUSION.of(sending, new XAnswer.Refused<>(Refusal.DUPLICATE, 403, "duplicate content")))
                .isInstanceOf(Settling.class);
    }

    @Test
    void a_limit_a_lost_right_and_spent_credits_hold_it_and_lose_nothing() {
        assertThat(CONCLUSION.of(sending, new XAnswer.Limited<>(NOW.plusSeconds(60), "429")))
                .isInstanceOfSatisfying(
                        Ready.class, held -> assertThat(held.notBefore()).isEqualTo(NOW.plusSeconds(60)));
        assertThat(CONCLUSION.of(sending, new XAnswer.Refused<>(Refusal.UNAUTHORIZED, 401, "no")))
                .isInstanceOfSatisfying(
                        Ready.class, held -> assertThat(held.holdReason()).isNotNull());
        assertThat(CONCLUSION.of(sending, new XAnswer.Refused<>(Refusal.CREDITS_DEPLETED, 402, "no")))
                .isInstanceOfSatisfying(
                        Ready.class, held -> assertThat(held.attempt()).isEqualTo(1));
    }

    @Test
    void what_was_found_is_published_whenever_it_was_found() {
        assertThat(unclear(sending).read(new Reading.Found("99", NOW), NOW, NOW, TIMES))
                .isEqualTo(new Published(1, "99", NOW, HowKnown.RECONCILED, null));
    }

    @Test
    void absence_is_sure_after_two_readings_of_which_the_last_is_past_the_settle_time() {
        Settling unclear = unclear(sending);
        assertThat(unclear.nextReading()).isEqualTo(NOW.plusSeconds(15));

        Settling once = (Settling) absent(unclear, NOW.plusSeconds(15));
        assertThat(once.nextReading()).isEqualTo(NOW.plusSeconds(30));
        assertThat(absent(once, NOW.plusSeconds(29))).isInstanceOf(Settling.class);

        assertThat(absent(once, NOW.plusSeconds(30))).isEqualTo(new Ready(2, NOW.plusSeconds(30), null));
    }

    @Test
    void one_late_reading_alone_is_not_enough() {
        assertThat(absent(unclear(sending), NOW.plusSeconds(90))).isInstanceOf(Settling.class);
    }

    @Test
    void a_second_attempt_that_is_unclear_too_is_for_a_person() {
        Ready again = (Ready) surelyAbsent(unclear(sending));
        Sending second = again.sending(8, "hash", NOW, NOW.plusSeconds(15));

        assertThat(surelyAbsent(unclear(second))).isInstanceOf(Unsettled.class);
    }

    @Test
    void a_duplicate_of_the_only_call_that_is_not_on_the_timeline_is_an_older_post_and_refused() {
        Settling duplicate = sending.unknown(UnknownCause.DUPLICATE, "said before", NOW, TIMES);

        assertThat(surelyAbsent(duplicate))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("duplicate"));
    }

    @Test
    void a_duplicate_after_an_unclear_call_that_is_not_on_the_timeline_is_for_a_person() {
        Sending second = ((Ready) surelyAbsent(unclear(sending))).sending(7, "hash", NOW, NOW.plusSeconds(15));

        assertThat(surelyAbsent(second.unknown(UnknownCause.DUPLICATE, "said before", NOW, TIMES)))
                .isInstanceOf(Unsettled.class);
    }

    @Test
    void a_doubtful_reading_is_for_a_person_at_once() {
        assertThat(unclear(sending).read(new Reading.Ambiguous("two of them"), NOW, NOW, TIMES))
                .isInstanceOf(Unsettled.class);
    }

    @Test
    void a_timeline_that_was_not_read_proves_nothing() {
        Settling after = (Settling) unclear(sending)
                .read(new Reading.NotRead("503", null), NOW.plusSeconds(90), NOW.plusSeconds(95), TIMES);

        assertThat(after.absences()).isZero();
        assertThat(after.nextReading()).isEqualTo(NOW.plusSeconds(95));
    }

    @Test
    void a_lead_settles_what_nothing_else_can() {
        Unsettled unsettled = new Unsettled(2, UnknownCause.CALLER_LOST, "?", NOW);
        Settlement by = new Settlement("lead", "I looked", NOW);

        assertThat(unsettled.settledAsPublished("99", by))
                .isEqualTo(new Published(2, "99", NOW, HowKnown.RECONCILED, by));
        assertThat(unsettled.settledAsAbsent(by).reason()).isEqualTo("settled-absent");
    }

    private static Settling unclear(Sending sending) {
        return sending.unknown(UnknownCause.UNCLEAR_ANSWER, "no answer in time", NOW, TIMES);
    }

    private static PublicationState absent(Settling settling, Instant begun) {
        return settling.read(new Reading.Absent(), begun, begun, TIMES);
    }

    private static PublicationState surelyAbsent(Settling settling) {
        return absent((Settling) absent(settling, NOW.plusSeconds(15)), NOW.plusSeconds(30));
    }
}
