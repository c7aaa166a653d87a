package dev.heed.reply.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We are on it|We are on it",
                "We are on it|@jane We are on it",
                "We are on it|@jane @acme_help We are on it",
                "@jane We are on it|@jane We are on it",
                "@jane We are on it|@jane @jane We are on it",
                "Fish & chips <3|@jane Fish &amp; chips &lt;3",
                "Fish &amp; chips|@jane Fish &amp;amp; chips",
                "Fish & chips|Fish & chips",
                "See https://example.com/help?a=1&b=2 now|@jane See https://t.co/AbC123 now",
                "See example.com/help|See https://t.co/AbC123",
                "cafe\u0301|@jane café",
                "one  two|@jane one two",
            })
    void is_recognised_as_x_shows_it(String sent, String shown) {
        assertThat(PostedText.isShownAs(sent, shown)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We are on it|We are on it!",
                "We are on it, @jane|We are on it, @joe",
                "See https://example.com/help now|See https://t.co/AbC123 later",
            })
    void other_words_are_another_post(String sent, String shown) {
        assertThat(PostedText.isShownAs(sent, shown)).isFalse();
    }
}
