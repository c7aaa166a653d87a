package dev.heed.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final JsonNode LINK = Answers.parse(
            "{\"urls\":[{\"url\":\"https://t.co/AbC1\",\"expanded_url\":\"https://shop.example/a?b=$1&c=2\"}]}");
    private static final JsonNode PHOTO = Answers.parse(
            "{\"urls\":[{\"url\":\"https://t.co/Pic1\",\"expanded_url\":\"https://x.com/jo/status/9/photo/1\",\"media_key\":\"3_1\"}]}");

    @Test
    void whatXEscapedIsAsItWasTyped() {
        assertThat(Wording.of("R&amp;D: 1 &lt; 2 &gt; 0 &amp;lt; &copy;", List.of()))
                .isEqualTo("R&D: 1 < 2 > 0 &lt; &copy;");
    }

    @Test
    void anAddressIsTheOneThatWasTyped() {
        assertThat(Wording.of("see https://t.co/AbC1, please &amp; soon", List.of(LINK)))
                .isEqualTo("see https://shop.example/a?b=$1&c=2, please & soon");
    }

    @Test
    void anAddressThatXDoesNotExplainStays() {
        assertThat(Wording.of("see https://t.co/AbC12", List.of(LINK))).isEqualTo("see https://t.co/AbC12");
    }

    @Test
    void anAddressThatOnlyStandsForAPhotoIsNotWhatTheAuthorWrote() {
        assertThat(Wording.of("look https://t.co/Pic1", List.of(LINK, PHOTO))).isEqualTo("look");
    }

    @Property(tries = 300)
    void aTextWithoutAnythingOfXIsLeftAlone(@ForAll String text) {
        assertThat(Wording.of(text.replace("&", "+"), List.of())).isEqualTo(text.replace("&", "+"));
    }
}
