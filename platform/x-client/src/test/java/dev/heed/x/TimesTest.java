package dev.heed.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final long YEAR_9999 = 253_402_300_799_999L;

    @Property
    void whatXWritesIsReadAsItIs(@ForAll @LongRange(min = 0, max = YEAR_9999) long millis) {
        Instant time = Instant.ofEpochMilli(millis);
        String written =
                time.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".%03dZ".formatted(millis % 1000));
        assertThat(Times.read(written)).contains(time);
    }

    @Property
    void noTextBreaksIt(@ForAll String text) {
        assertThat(Times.read(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-30T01:02:03.000Z",
                "2026-13-01T01:02:03.000Z",
                "2026-11-22T25:02:03.000Z",
                "2026-11-22 01:02:03.000Z",
                "2026-11-22T01:02:03.000X"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(Times.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z",
                "+294277-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999Z",
                "0000-01-01T00:00:00.000Z",
                "-1000000000-01-01T00:00:00Z"
            })
    void whatNoDatabaseTakesIsNone(String text) {
        assertThat(Times.read(text)).isEmpty();
    }

    @Test
    void farFromWhatTheIdTellsTheIdIsBelieved() {
        String id = "2083157183716917248"; // of 2026-07-31T11:45:50.444Z
        Instant minted = Instant.parse("2026-07-31T11:45:50.444Z");

        assertThat(Times.sent("2026-07-31T11:45:49.000Z", id)).isEqualTo(Instant.parse("2026-07-31T11:45:49.000Z"));
        assertThat(Times.sent("2036-07-31T11:45:49.000Z", id)).isEqualTo(minted);
        assertThat(Times.sent("2016-07-31T11:45:49.000Z", id)).isEqualTo(minted);
        assertThat(Times.sent("soon", id)).isEqualTo(minted);
        assertThat(Times.sent("2009-07-31T11:45:49.000Z", "2945000000"))
                .as("an id from before ids told the time")
                .isEqualTo(Instant.parse("2009-07-31T11:45:49.000Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T01:02:03Z", "2026-11-22T01:02:03.5Z", "2026-11-22T02:02:03+01:00"})
    void otherFormsOfRfc3339AreReadToo(String text) {
        assertThat(Times.read(text)).contains(Instant.parse(text));
    }
}
