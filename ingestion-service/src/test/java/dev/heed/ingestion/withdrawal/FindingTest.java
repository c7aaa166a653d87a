package dev.heed.ingestion.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.x.XLookUp;
import dev.heed.x.XLookUp.Missing;
import dev.heed.x.XPost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final Instant HEARD = Instant.parse("2026-11-02T09:00:00Z");

    private static LookUp lookUp(@Nullable Reason missing) {
        return new LookUp("1", "2", "7", true, HEARD, missing);
    }

    private static XLookUp missing(String id, Missing why) {
        return new XLookUp(List.of(), Map.of(id, why));
    }

    private static XLookUp shown(String... history) {
        return new XLookUp(
                List.of(new XPost(
                        "2", "hi", "7", null, HEARD, "1", null, null, null, null, List.of(history), List.of())),
                Map.of());
    }

    @Test
    void whatXShowsStands() {
        assertThat(Finding.of(lookUp(Reason.DELETED), shown("1", "2"))).isEqualTo(new Finding.Stands(Optional.empty()));
    }

    @Test
    void aNewerVersionIsNamed() {
        assertThat(Finding.of(lookUp(null), shown("1", "2", "10"))).isEqualTo(new Finding.Stands(Optional.of("10")));
    }

    @Test
    void whatXDoesNotShowOnceIsAskedForAgainAndOnlyThenGone() {
        assertThat(Finding.of(lookUp(null), missing("2", Missing.NOT_FOUND)))
                .isEqualTo(new Finding.Missed(Reason.DELETED));
        assertThat(Finding.of(lookUp(Reason.DELETED), missing("2", Missing.SUSPENDED)))
                .isEqualTo(new Finding.Gone(Reason.SUSPENDED));
    }

    @Test
    void nothingFollowsFromWhatXDoesNotNameOrExplain() {
        assertThat(Finding.of(lookUp(Reason.DELETED), missing("3", Missing.NOT_FOUND)))
                .isEqualTo(new Finding.Unknown());
        assertThat(Finding.of(lookUp(Reason.DELETED), missing("2", Missing.UNCLEAR)))
                .isEqualTo(new Finding.Unknown());
    }

    @Test
    void lookUpsComeAfterFiveMinutesHalfAnHourADayAndAMonth() {
        assertThat(Schedule.next(HEARD, HEARD)).contains(HEARD.plus(Duration.ofMinutes(5)));
        assertThat(Schedule.next(HEARD, HEARD.plusSeconds(300))).contains(HEARD.plus(Duration.ofMinutes(35)));
        assertThat(Schedule.next(HEARD, HEARD.plus(Duration.ofHours(5)))).contains(HEARD.plus(Duration.ofHours(24)));
        assertThat(Schedule.next(HEARD, HEARD.plus(Duration.ofHours(24)))).contains(HEARD.plus(Duration.ofDays(30)));
        assertThat(Schedule.next(HEARD, HEARD.plus(Duration.ofDays(30)))).isEmpty();
    }
}
