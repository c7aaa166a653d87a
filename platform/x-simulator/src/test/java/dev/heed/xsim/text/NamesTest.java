package dev.heed.xsim.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.Extractor;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NamesTest {

    private static final Extractor EXTRACTOR = new Extractor();

    @Property(tries = 5_000)
    void findsWhomTwitterTextFinds(@ForAll("texts") String text) {
        assertThat(Names.in(text).stream().map(name -> name.start() + "-" + name.end() + name.username()))
                .containsExactlyElementsOf(EXTRACTOR.extractMentionedScreennamesWithIndices(text).stream()
                        .map(name -> name.getStart() + "-" + name.getEnd() + name.getValue())
                        .toList());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "@",
                        "@",
                        "@acme",
                        "\uff20acme",
                        "RT",
                        "RT:",
                        ":",
                        " ",
                        "a",
                        "_",
                        "/list",
                        "://",
                        "\u00e9",
                        "\ud83d\ude00",
                        "\ud83d",
                        "\ude00",
                        "#",
                        "a_name_of_more_than_twenty_letters",
                        "text that goes on a while")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
