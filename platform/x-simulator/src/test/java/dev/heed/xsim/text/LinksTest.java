package dev.heed.xsim.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TldLists;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Extractor EXTRACTOR = new Extractor();

    @Property
    void findsWhatTwitterTextFinds(@ForAll("texts") String text) {
        assertThat(Links.in(text)).isEqualTo(EXTRACTOR.extractURLsWithIndices(text));
    }

    @Test
    void knowsEveryTopLevelDomain() {
        assertThat(Stream.concat(TldLists.GTLDS.stream(), TldLists.CTLDS.stream()))
                .allSatisfy(domain -> assertThat(Links.in("see http://example." + domain))
                        .as(domain)
                        .hasSize(1));
    }

    @Test
    void findsNoneWhereSentencesEnd() {
        assertThat(Links.any("It was 3.50. Nobody came... Can you help?")).isFalse();
        assertThat(Links.any("It is at example.com. Can you help?")).isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        ".",
                        " ",
                        "com",
                        "de",
                        "example",
                        "xn--p1ai",
                        "https://",
                        "/",
                        "\u0440\u0444",
                        "\u4e2d\u56fd",
                        "\u0bb2\u0bbe",
                        "7",
                        "@",
                        "-",
                        "\ud83d\ude00")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }
}
