package dev.heed.xsim.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class XTimeTest {

    @Test
    void tellsTheSecondWithThreeZeros() {
        assertThat(XTime.text(Instant.parse("2026-01-02T03:04:05.678Z"))).isEqualTo("2026-01-02T03:04:05.000Z");
        assertThat(XTime.text(Instant.parse("2010-11-30T00:00:00Z"))).isEqualTo("2010-11-30T00:00:00.000Z");
    }

    @Property
    void isAnInstantThatSaysTheSame(@ForAll @LongRange(min = 0, max = 253_402_300_799_999L) long millis) {
        Instant time = Instant.ofEpochMilli(millis);
        assertThat(Instant.parse(XTime.text(time))).isEqualTo(time.truncatedTo(ChronoUnit.SECONDS));
        assertThat(XTime.text(time)).hasSize(24);
    }
}
