package dev.heed.xsim.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ShownTextTest {

    private static final long ID = 1_990_000_000_000_000_000L;

    @Test
    void aLinkIsShortenedAndToldWhereItLeads() {
        ShownText shown = set("see https://www.example.com/a/very/long/path/indeed and example.org!");
        assertThat(shown.text()).matches("see https://t\\.co/\\w{10} and https://t\\.co/\\w{10}!");
        assertThat(shown.spots())
                .extracting(spot -> ((Spot.Link) spot).expanded())
                .containsExactly("https://www.example.com/a/very/long/path/indeed", "http://example.org");
        assertThat(((Spot.Link) shown.spots().getFirst()).display()).isEqualTo("example.com/a/very/long/pa\u2026");
        assertThat(shown.spots()).allMatch(spot -> at(shown.text(), spot).equals(((Spot.Link) spot).url()));
        assertThat(set("see https://www.example.com/a/very/long/path/indeed and example.org!"))
                .as("the same whenever it is set")
                .isEqualTo(shown);
    }

    @Test
    void htmlIsEscapedAndPlacesAreThoseOfTheEscapedText() {
        ShownText shown = set("\ud83d\ude00 a < b & c > d &amp; @acme #late $ACME");
        assertThat(shown.text()).isEqualTo("\ud83d\ude00 a &lt; b &amp; c &gt; d &amp;amp; @acme #late $ACME");
        assertThat(shown.spots()).extracting(spot -> at(shown.text(), spot)).containsExactly("@acme", "#late", "$ACME");
        assertThat(shown.shownTo())
                .isEqualTo(shown.text().codePointCount(0, shown.text().length()));
        assertThat(shown.note()).isNull();
    }

    @Test
    void aLongTextEndsWithAnEllipsisAndALinkAndIsWholeInItsNote() {
        String words = "@acme " + "this & that go wrong again ".repeat(20) + "https://example.com/proof #enough";
        ShownText shown = set(words);
        assertThat(shown.text()).startsWith("@acme this &amp; that").matches("(?s).*\\S\u2026 https://t\\.co/\\w{10}");
        assertThat(WeightedLength.of(shown.text().replace("&amp;", "&")))
                .isLessThanOrEqualTo(WeightedLength.LIMIT)
                .isGreaterThan(WeightedLength.LIMIT - 30);
        ShownText.Note note = Objects.requireNonNull(shown.note());
        assertThat(note.text()).contains("&amp;").contains("#enough").contains("https://t.co/");
        assertThat(note.spots()).hasSize(3);
        assertThat(shown.spots()).hasSize(2);
        assertThat(((Spot.Link) shown.spots().getLast()).expanded()).isEqualTo("https://x.com/i/web/status/" + ID);
    }

    @Test
    void theImpliedMentionsOfALongReplyAreNotCounted() {
        String prefix = "@acme @bob @carol ";
        assertThat(ShownText.of(prefix + "x".repeat(280), prefix.length(), ID, List.of())
                        .note())
                .isNull();
        assertThat(ShownText.of(prefix + "x".repeat(281), prefix.length(), ID, List.of())
                        .note())
                .isNotNull();
    }

    @Test
    void whatHangsOnAPostIsLinkedAtTheEndAndNotShownByPages() {
        Tail picture = new Tail("https://x.com/bob/status/1/photo/1", "pic.x.com/abc", "3_1");
        ShownText shown = ShownText.of("look", 0, ID, List.of(picture));
        assertThat(shown.text()).matches("look https://t\\.co/\\w{10}");
        assertThat(shown.shownTo()).isEqualTo(4);
        assertThat(shown.spots())
                .singleElement()
                .isInstanceOfSatisfying(
                        Spot.Link.class, link -> assertThat(link.mediaKey()).isEqualTo("3_1"));
        assertThat(ShownText.of("", 0, ID, List.of(picture)).text()).startsWith("https://t.co/");
    }

    @Test
    void aRepostIsCutAt140() {
        ShownText shown = set("@acme " + "word ".repeat(40) + "#last").reposted("bob");
        assertThat(shown.text())
                .startsWith("RT @bob: @acme word")
                .endsWith("\u2026")
                .hasSize(140);
        assertThat(shown.spots()).extracting(spot -> at(shown.text(), spot)).containsExactly("@bob", "@acme");
        assertThat(set("hi #tag").reposted("bob").text()).isEqualTo("RT @bob: hi #tag");
    }

    @Property
    void placesHoldAndNothingBreaksWhateverIsWritten(
            @ForAll @StringLength(max = 700) String text, @ForAll @LongRange(min = 1) long id) {
        ShownText shown = ShownText.of(text, 0, id, List.of());
        int length = shown.text().codePointCount(0, shown.text().length());
        assertThat(shown.spots())
                .allMatch(spot -> 0 <= spot.start() && spot.start() < spot.end() && spot.end() <= length);
        assertThat(shown.text()).doesNotContain("<").doesNotContain(">");
    }

    private static ShownText set(String text) {
        return ShownText.of(text, 0, ID, List.of());
    }

    private static String at(String text, Spot spot) {
        return text.substring(text.offsetByCodePoints(0, spot.start()), text.offsetByCodePoints(0, spot.end()));
    }
}
