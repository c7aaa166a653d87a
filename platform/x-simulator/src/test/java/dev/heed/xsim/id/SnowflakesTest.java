package dev.heed.xsim.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class SnowflakesTest {

    @Test
    void anIdOfXTellsItsTime() {
        // The first post of X's own documentation on ids.
        assertThat(Snowflakes.timeOf(1_541_815_603_606_036_480L)).isEqualTo(Instant.parse("2022-06-28T16:07:40.105Z"));
    }

    @Test
    void theLeastIdOfATimeIsNamedAsXNamesIt() {
        assertThat(Snowflakes.timeOf(Snowflakes.floor(Instant.parse("2026-07-31T11:45:00.123Z"))))
                .isEqualTo(Instant.parse("2026-07-31T11:45:00.123Z"));
        assertThat(Snowflakes.floor(Instant.EPOCH)).isZero();
        assertThat(Snowflakes.floor(Instant.parse("2999-01-01T00:00:00Z"))).isGreaterThan(Long.MAX_VALUE / 2);
    }

    @Property
    void idsGrowWhateverTheClockDoes(
            @ForAll @NotEmpty List<@LongRange(min = 1_700_000_000_000L, max = 1_900_000_000_000L) Long> times) {
        Snowflakes ids = new Snowflakes();
        long before = 0;
        for (long time : times) {
            long id = ids.next(Instant.ofEpochMilli(time));
            assertThat(id).isGreaterThan(before);
            assertThat(Snowflakes.timeOf(id)).isAfterOrEqualTo(Instant.ofEpochMilli(time));
            before = id;
        }
    }

    @Test
    void aThousandIdsOfOneMillisecondAreDifferentAndStayInIt() {
        Snowflakes ids = new Snowflakes();
        Instant now = Instant.parse("2026-11-02T09:00:00Z");
        long last = 0;
        for (int i = 0; i < 1000; i++) {
            last = ids.next(now);
        }
        assertThat(Snowflakes.timeOf(last)).isEqualTo(now);
    }

    @Test
    void nothingIsMintedBelowWhatIsKnown() {
        Snowflakes ids = new Snowflakes();
        ids.passed(Long.MAX_VALUE / 2);
        assertThat(ids.next(Instant.EPOCH)).isEqualTo(Long.MAX_VALUE / 2 + 1);
    }

    @Test
    void onlyDigitsThatXCouldMintAreAnId() {
        assertThat(PostId.parse("2083157183716917248")).contains(new PostId(2083157183716917248L));
        assertThat(PostId.parse("9999999999999999999")).isEmpty();
        assertThat(PostId.parse("12345678901234567890")).isEmpty();
        assertThat(PostId.parse("-1")).isEmpty();
        assertThat(UserId.parse("12a")).isEmpty();
        assertThat(UserId.parse("")).isEmpty();
    }
}
