package dev.heed.ingestion.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HandlesTest {

    private static final Pattern PLAINLY = Pattern.compile("(?<![\\w@])@(\\w{1,50})");

    @Test
    void namesAreFoundAndAddressesAreNot() {
        assertThat(Handles.in("@Acme hello (@care) .@x_1! me@acme.com @@no @ @"))
                .containsExactly("acme", "care", "x_1");
    }

    @Property
    void theyAreWhatThePatternFinds(@ForAll("texts") String text) {
        assertThat(Handles.in(text))
                .isEqualTo(PLAINLY.matcher(text)
                        .results()
                        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("@@@aZ_09 .\u00e9\u0130").ofMaxLength(140);
    }
}
