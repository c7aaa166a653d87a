package dev.heed.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherPeopleTest {
    private static final ZonedDateTime TIME = ZonedDateTime.parse("2026-11-02T12:00:00Z");

    private final Recording recording = new Recording(
            List.of(
                    post("1", "mara", true, "@acme hello, mail me@mara.example"),
                    post("2", "acme", false, "@mara hi, @mara!"),
                    post("3", "a_very_long_one", true, "@acme"),
                    post("4", "a_very_long_onf", true, "@acme")),
            List.of());

    @Test
    void theFirstTimeNobodyIsRenamed() {
        assertThat(OtherPeople.of(recording, 1)).isSameAs(recording);
    }

    @Test
    void customersAreRenamedAsAuthorsAndWhereTheyAreAddressedAndBrandsAreNot() {
        List<RecordedPost> posts = OtherPeople.of(recording, 2).posts();

        assertThat(posts.get(0).author()).isEqualTo("mara_2");
        assertThat(posts.get(0).text()).isEqualTo("@acme hello, mail me@mara.example");
        assertThat(posts.get(1).author()).isEqualTo("acme");
        assertThat(posts.get(1).text()).isEqualTo("@mara_2 hi, @mara_2!");
    }

    @Test
    void longNamesAreCutToAHandleAndStayApart() {
        assertThat(OtherPeople.of(recording, 12).posts())
                .extracting(RecordedPost::author)
                .allMatch(author -> author.length() <= 15)
                .containsExactly("mara_12", "acme", "a_very_long__12", "a_very_long_121");
    }

    private static RecordedPost post(String id, String author, boolean inbound, String text) {
        return new RecordedPost(1, id, author, inbound, TIME, text, "");
    }
}
