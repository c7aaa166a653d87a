package dev.heed.reply.guard;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedLengthTest {

    @ParameterizedTest
    @CsvSource({
        "hello, 5",
        "héllo, 5",
        "e\u0301, 1",
        "日本, 4",
        "see https://example.com/a/very/long/path?with=query, 27",
        "see example.com, 27",
        "’quoted’, 8",
    })
    void counts_as_x_counts(String text, int length) {
        assertThat(WeightedLength.of(text)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀", // one code point
                "👍🏽", // skin tone
                "👨‍👩‍👧‍👦", // a family
                "❤️", // a sign made emoji
                "🇩🇪", // a flag
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿", // a flag by tags
                "1️⃣", // a key cap
                "🫱🏽‍🫲🏻", // Unicode 14
                "🫨", // Unicode 15
                "🐦‍🔥", // Unicode 15.1, a sequence
                "🧑‍🧑‍🧒", // Unicode 15.1, a sequence
                "⛓️‍💥", // Unicode 15.1, a sequence with a variation selector
                "🫩", // Unicode 16
            })
    void every_emoji_counts_two_the_newest_too(String emoji) {
        assertThat(WeightedLength.of(emoji)).isEqualTo(2);
        assertThat(WeightedLength.of("a" + emoji + "b" + emoji)).isEqualTo(6);
    }

    @Test
    void a_mention_that_is_written_counts_and_the_one_that_x_adds_is_not_in_the_text() {
        assertThat(WeightedLength.of("@customer hi")).isEqualTo(12);
    }

    @Property
    void plain_letters_count_one_each(@ForAll @AlphaChars @StringLength(max = 400) String text) {
        assertThat(WeightedLength.of(text)).isEqualTo(text.length());
    }

    @Property
    void no_text_breaks_the_counting(@ForAll @StringLength(max = 300) String text) {
        assertThat(WeightedLength.of(text)).isNotNegative();
    }
}
