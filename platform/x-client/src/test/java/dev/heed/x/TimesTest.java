package dev.heed.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
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
    @ValueSource(strings = {"2026-11-22T01:02:03Z", "2026-11-22T01:02:03.5Z", "2026-11-22T02:02:03+01:00"})
    void otherFormsOfRfc3339AreReadToo(String text) {
        assertThat(Times.read(text)).contains(Instant.parse(text));
    }
}
