package dev.heed.xsim.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.TwitterTextParser;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedLengthTest {

    @ParameterizedTest(name = "{0} counts {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "hello|5",
                "caf\u00e9|4",
                "cafe\u0301|4", // NFC
                "\u4f60\u597d|4",
                "\u0414\u0430|2",
                "see https://example.com/a/very/long/way/to/say/nothing?at=all now|31",
                "example.com|23",
                "\ud83d\ude00|2",
                "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66|2", // a family
                "\ud83d\udc4d\ud83c\udffd|2", // a skin tone
                "\ud83c\uddec\ud83c\udde7|2", // a flag
                "1\ufe0f\u20e3|2", // a keycap
                "\u2764\ufe0f|2",
                "\u2764|2",
                "\ud83e\udee8|2", // shaking face, Unicode 15: twitter-text does not know it
                "\ud83e\udef7\ud83c\udffe|2", // a push with a skin tone, Unicode 15
                "\ud83d\ude42\u200d\u2194\ufe0f|2", // head shaking, Emoji 15.1
                "\ud83e\udee9|2", // face with bags under eyes, Unicode 16
                "\u2014|1",
                "\u2026|2",
                "#|1",
                "1|1",
            })
    void countsAsX(String text, int length) {
        assertThat(WeightedLength.of(text)).isEqualTo(length);
    }

    @Property
    void agreesWithTwitterTextWhereThatKnowsTheCharacters(@ForAll("oldTexts") String text) {
        assertThat(WeightedLength.of(text)).isEqualTo(TwitterTextParser.parseTweet(text).weightedLength);
    }

    @Provide
    Arbitrary<String> oldTexts() {
        return Arbitraries.of(
                        "a",
                        "Z",
                        " ",
                        "9",
                        "\u00e9",
                        "\u0416",
                        "\u4f60",
                        "\uac00",
                        "\ud83d\ude00",
                        "\ud83c\udf55",
                        "\ud83d\udc4d\ud83c\udffd",
                        "\ud83c\uddeb\ud83c\uddf7",
                        "\u2014",
                        "\u201c",
                        "\u20ac",
                        "#tag ",
                        "@acme ",
                        " https://example.com/x ",
                        " http://t.co/abc ",
                        ".",
                        ",",
                        "!",
                        "\n")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts))
                .filter(text -> !text.isBlank()); // twitter-text counts those as nothing
    }
}
