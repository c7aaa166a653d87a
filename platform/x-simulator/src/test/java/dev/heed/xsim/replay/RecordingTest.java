package dev.heed.xsim.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static final int ALL = Integer.MAX_VALUE;

    @Test
    void linesThatMakeNoSenseAreRejectedWithTheirNumberAndTheRestIsRead() {
        Recording recording = Recording.read(
                new RecordingFixture()
                        .customer(1, "bob", "hello", null)
                        .line("2,bob,True,Tue Oct 31 22:10:35 +0000 2017,too few,")
                        .line("x,bob,True,Tue Oct 31 22:10:35 +0000 2017,no number,,")
                        .line("3,b ob,True,Tue Oct 31 22:10:35 +0000 2017,no handle,,")
                        .line("4,bob,Maybe,Tue Oct 31 22:10:35 +0000 2017,neither,,")
                        .line("5,bob,True,yesterday,no time,,")
                        .line("6,bob,True,Tue Oct 31 22:10:35 +0000 2017,,,")
                        .line("7,bob,True,Tue Oct 31 22:10:35 +0000 2017,no parent,,abc")
                        .line("1,bob,True,Tue Oct 31 22:10:35 +0000 2017,again,,")
                        .line("8,bob,True,Tue Oct 31 22:10:35 +0000 2017,\"never closes,,")
                        .customer(9, "bob", "bye", null)
                        .csv(),
                ALL);
        assertThat(recording.rows().keySet()).containsExactly("1", "9");
        assertThat(recording.rejected())
                .containsExactly(
                        new Rejected(3, "it has 6 columns instead of 7: " + String.join(",", Recording.COLUMNS)),
                        new Rejected(4, "tweet_id \"x\" is not a number"),
                        new Rejected(5, "author_id \"b ob\" is not a handle"),
                        new Rejected(6, "inbound \"Maybe\" is neither True nor False"),
                        new Rejected(
                                7, "created_at \"yesterday\" is not a time such as Tue Oct 31 22:10:35 +0000 2017"),
                        new Rejected(8, "text is empty"),
                        new Rejected(9, "in_response_to_tweet_id \"abc\" is not a number"),
                        new Rejected(10, "tweet_id 1 stands on an earlier line already"),
                        new Rejected(11, "a quote on this line does not close where its field ends"));
    }

    @Test
    void rowsThatAnswerThemselvesAreRejected() {
        Recording recording = Recording.read(
                new RecordingFixture()
                        .customer(1, "bob", "snake", 2)
                        .customer(2, "bob", "bites", 3)
                        .customer(3, "bob", "tail", 1)
                        .customer(4, "bob", "hangs on it", 1)
                        .customer(5, "bob", "self", 5)
                        .csv(),
                ALL);
        assertThat(recording.rejected()).extracting(Rejected::line).contains(2, 6);
        assertThat(recording.rows().keySet()).containsExactly("2", "3", "4");
        assertThat(Script.of(recording).unaddressed()).isEqualTo(3);
    }

    @Test
    void onlyAsManyLinesAsWantedAreRead() {
        String csv = new RecordingFixture()
                .customer(1, "bob", "one", null)
                .line("nonsense")
                .customer(3, "bob", "three", null)
                .csv();
        Recording recording = Recording.read(csv, 2);
        assertThat(recording.rows().keySet()).containsExactly("1");
        assertThat(recording.rejected()).hasSize(1);
    }

    @Property
    void everyLineIsEitherReadOrRejected(
            @ForAll @Size(max = 20)
                    List<@Chars({'1', '2', ',', '"', 'T'}) @AlphaChars @StringLength(min = 1, max = 30) String> lines) {
        RecordingFixture fixture = new RecordingFixture();
        lines.forEach(fixture::line);
        fixture.customer(999, "bob", "still read", null);
        Recording recording = Recording.read(fixture.csv(), ALL);
        assertThat(recording.rows().size() + recording.rejected().size())
                .isEqualTo(Csv.read(fixture.csv()).size() - 1);
    }
}
