package dev.heed.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.local.HeedFailure;
import org.junit.jupiter.api.Test;

class ReadRecordingTest {
    private static final String HEADER =
            "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n";
    private static final String TIME = "Tue Oct 31 22:10:35 +0000 2017";

    @Test
    void readsQuotedTextWithCommasQuotesAndLineBreaks() {
        Recording recording =
                ReadRecording.of(HEADER + "1,mara,True," + TIME + ",\"@acme one, \"\"two\"\"\nthree\",\"2,3\",\n");

        assertThat(recording.rejected()).isEmpty();
        assertThat(recording.posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("@acme one, \"two\"\nthree");
            assertThat(post.inbound()).isTrue();
            assertThat(post.parent()).isEmpty();
        });
    }

    @Test
    void reportsAMalformedRowWithItsLineAndReasonAndKeepsTheRest() {
        Recording recording = ReadRecording.of(HEADER
                + "1,mara,True," + TIME + ",\"two\nlines\",,\n"
                + "x2,mara,True," + TIME + ",hello,,\n"
                + "3,mara,perhaps," + TIME + ",hello,,\n"
                + "4,mara,True,yesterday,hello,,\n"
                + "5,mara,True," + TIME + ",,,\n"
                + "6,mara,True\n"
                + "1,mara,True," + TIME + ",again,,\n"
                + "8,mara d,True," + TIME + ",hello,,\n"
                + "9,mara,True," + TIME + ",fine,,\n");

        assertThat(recording.posts()).extracting(RecordedPost::id).containsExactly("1", "9");
        assertThat(recording.rejected())
                .containsExactly(
                        "line 4: tweet_id 'x2' is no number",
                        "line 5: inbound 'perhaps' is neither True nor False",
                        "line 6: created_at 'yesterday' is no time like Tue Oct 31 22:10:35 +0000 2017",
                        "line 7: the text is empty",
                        "line 8: 3 fields instead of 7",
                        "line 9: tweet_id 1 came before",
                        "line 10: author_id 'mara d' is no handle");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOneRowNotTheRestOfTheFile() {
        Recording recording =
                ReadRecording.of(HEADER + "1,mara,True," + TIME + ",\"open,,\n" + "2,mara,True," + TIME + ",fine,,\n");

        assertThat(recording.posts()).extracting(RecordedPost::id).containsExactly("2");
        assertThat(recording.rejected()).containsExactly("line 2: a quote is opened and never closed");
    }

    @Test
    void aFileOfOtherColumnsIsRefusedWithTheColumnsThatAreWanted() {
        assertThatThrownBy(() -> ReadRecording.of("id,text\n1,hello\n"))
                .isInstanceOf(HeedFailure.class)
                .hasMessageContaining("tweet_id,author_id,inbound");
    }

    @Test
    void whatIsWrittenForTheSimulatorReadsAsTheSameRows() {
        Recording read = ReadRecording.of(HEADER
                + "1,mara,True," + TIME + ",\"@acme one, \"\"two\"\"\r\nthree\",,\n"
                + "2,acme,False," + TIME + ",\"@mara yes\",,1\n");

        Recording again = ReadRecording.of(ReadRecording.write(read));

        assertThat(again.posts())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .isEqualTo(read.posts());
    }

    @Test
    void answersAreThoseToCustomersInTheOrderInWhichTheyWereGiven() {
        Recording recording = ReadRecording.of(HEADER
                + "1,mara,True,Tue Oct 31 22:10:35 +0000 2017,@acme hello,,\n"
                + "2,acme,False,Tue Oct 31 22:12:35 +0000 2017,second,,1\n"
                + "3,acme,False,Tue Oct 31 22:11:35 +0000 2017,first,,1\n"
                + "4,acme,False,Tue Oct 31 22:13:35 +0000 2017,to itself,,2\n"
                + "5,acme,False,Tue Oct 31 22:13:35 +0000 2017,to nobody,,\n");

        assertThat(recording.answers().get("1")).extracting(RecordedPost::id).containsExactly("3", "2", "4");
        assertThat(recording.unanswerable()).extracting(RecordedPost::id).containsExactly("5");
        assertThat(recording.brands()).containsExactly("acme");
    }
}
