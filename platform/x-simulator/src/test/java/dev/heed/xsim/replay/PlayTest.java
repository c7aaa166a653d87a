package dev.heed.xsim.replay;

import static dev.heed.xsim.WorldFixture.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.MovableClock;
import dev.heed.xsim.WorldFixture;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.post.Post;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayTest {

    private static final String TALK = new RecordingFixture()
            .customer(1, "bob", "my parcel is lost", null)
            .brand(2, "acme", "@bob Which one?", 1)
            .customer(3, "bob", "@acme the big one", 2)
            .customer(4, "bob", "@acme hello?", 3)
            .brand(5, "acme", "@bob Found it", 4)
            .customer(6, "bob", "@acme thanks", 5)
            .csv();

    private WorldFixture x = new WorldFixture();

    @Test
    void aRootThatDoesNotNameItsBrandIsMadeToAndIsHeard() {
        play(TALK, 0);
        Post root = x.posts.all().firstEntry().getValue();
        assertThat(root.text()).isEqualTo("@acme my parcel is lost");
        assertThat(root.by()).isEqualTo(Post.By.CONTROL);
        assertThat(x.posts.mentioning(x.user("acme"))).containsKey(root.id());
    }

    @Test
    void aCustomerWaitsForTheBrandAndThenAnswersIt() {
        play(TALK, 0);
        Progress waiting = progress();
        assertThat(waiting.state()).isEqualTo(Progress.State.WAITING);
        assertThat(List.of(waiting.total(), waiting.played(), waiting.waiting(), waiting.pending()))
                .containsExactly(4, 1, 1, 2);
        assertThat(waiting.answers())
                .containsExactly(new Progress.Answer("2", "acme", "@bob Which one?", "1", post("1")));

        Post answer = taken(x.tries("acme", "Which one, please?", post("1")));
        steps();
        assertThat(progress().answered()).isEqualTo(Map.of("2", answer.id()));
        Post three = x.posts.find(post("3")).orElseThrow();
        assertThat(three.inReplyTo()).isEqualTo(answer.id());
        Post four = x.posts.find(post("4")).orElseThrow();
        assertThat(four.inReplyTo()).isEqualTo(three.id());
        assertThat(four.text()).as("it answers bob himself and names acme").isEqualTo("@acme hello?");
        assertThat(progress().answers()).extracting(Progress.Answer::rowId).containsExactly("5");

        taken(x.tries("acme", "Found it", four.id()));
        steps();
        assertThat(progress().state()).isEqualTo(Progress.State.DONE);
        assertThat(progress().answers()).isEmpty();
    }

    @Test
    void whatTheControlApiPostsForABrandIsNoAnswer() {
        play(TALK, 0);
        x.posted("acme", "Which one?", post("1"));
        steps();
        assertThat(progress().played()).isEqualTo(1);
    }

    @Test
    void aSkippedAnswerLetsTheCustomerGoOnFromTheOwnPost() {
        play(TALK, 0);
        assertThat(x.play.skip("r1", "2")).isPresent();
        steps();
        assertThat(x.posts.find(post("3")).orElseThrow().inReplyTo()).isEqualTo(post("1"));
        assertThat(x.play.skip("r1", "6"))
                .as("the row that waits names its answer too")
                .isPresent();
        steps();
        assertThat(progress().state()).isEqualTo(Progress.State.DONE);
        assertThat(progress().skipped()).containsExactlyInAnyOrder("2", "5");
        assertThat(x.play.skip("r1", "1")).isEmpty();
        assertThat(x.play.skip("r9", "2")).isEmpty();
    }

    @Test
    void aThreadThatNamesABrandWhichThenKeptSilentIsPlayed() {
        String csv = new RecordingFixture()
                .customer(1, "bob", "@acme you are the best", null)
                .customer(3, "carol", "@acme help", null)
                .brand(4, "acme", "@carol Sure", 3)
                .csv();
        Play.Begun begun = x.play.begin(csv, 0, Integer.MAX_VALUE);
        steps();
        assertThat(List.of(begun.rows(), begun.playable(), begun.unaddressed())).containsExactly(3, 2, 0);
        assertThat(progress().state()).isEqualTo(Progress.State.DONE);
    }

    @Test
    void threadsWithoutAnyBrandAreLeftOutAndCounted() {
        String csv = new RecordingFixture()
                .customer(1, "bob", "just talking", null)
                .customer(2, "carol", "me too", 1)
                .customer(3, "bob", "@acme help", null)
                .brand(4, "acme", "@bob Sure", 3)
                .csv();
        Play.Begun begun = x.play.begin(csv, 0, Integer.MAX_VALUE);
        steps();
        assertThat(List.of(begun.rows(), begun.playable(), begun.unaddressed())).containsExactly(4, 1, 2);
        assertThat(progress().state()).isEqualTo(Progress.State.DONE);
        assertThat(progress().answers())
                .as("the last word of the brand is still hoped for")
                .hasSize(1);
    }

    @Test
    void aRowThatAnswersABrandsFirstPostOpensAThreadOfItsOwn() {
        play(
                new RecordingFixture()
                        .brand(1, "acme", "We are open", null)
                        .customer(2, "bob", "finally", 1)
                        .customer(3, "carol", "@acme great", 77)
                        .brand(4, "acme", "@carol :-)", 3)
                        .csv(),
                0);
        assertThat(x.posts.find(post("2")).orElseThrow().text()).isEqualTo("@acme finally");
        assertThat(x.posts.find(post("2")).orElseThrow().inReplyTo()).isNull();
        assertThat(x.posts.find(post("3")).orElseThrow().text()).isEqualTo("@acme great");
    }

    @Test
    void aBrandThatAnswersItselfAnswersTheCustomerBefore() {
        play(
                new RecordingFixture()
                        .customer(1, "bob", "@acme help", null)
                        .brand(2, "acme", "One moment 1/2", 1)
                        .brand(3, "acme", "Here 2/2", 2)
                        .customer(4, "bob", "thanks", 3)
                        .csv(),
                0);
        assertThat(progress().answers()).extracting(Progress.Answer::answersRow).containsExactly("1", "1");
        Post answer = taken(x.tries("acme", "Here you are", post("1")));
        steps();
        assertThat(x.posts.find(post("4")).orElseThrow().inReplyTo()).isEqualTo(answer.id());
    }

    @Test
    void gapsAreDividedBySpeed() {
        play(
                new RecordingFixture()
                        .customer(1, "bob", "@acme one", null)
                        .customer(2, "bob", "@acme two", null)
                        .brand(3, "acme", "@bob Yes", 2)
                        .brand(4, "acme", "@bob Yes", 1)
                        .csv(),
                60);
        assertThat(progress().played()).isEqualTo(1);
        assertThat(progress().state()).isEqualTo(Progress.State.PLAYING);
        x.clock.pass(Duration.ofMillis(999));
        steps();
        assertThat(progress().played()).isEqualTo(1);
        x.clock.pass(Duration.ofMillis(1));
        steps();
        assertThat(progress().played()).isEqualTo(2);
    }

    @Test
    void aReplayGoesOnAfterARestart(@TempDir Path folder) {
        MovableClock clock = new MovableClock();
        x = new WorldFixture(folder.resolve("journal"), clock);
        play(TALK, 0);
        PostId first = post("1");
        x = new WorldFixture(folder.resolve("journal"), clock);
        assertThat(post("1")).isEqualTo(first);
        taken(x.tries("acme", "Which one?", first));
        steps();
        assertThat(progress().played()).isEqualTo(3);
        assertThat(x.posts.all()).hasSize(4);
    }

    @Test
    void aCustomerGoesOnThoughWhatItAnswersWasDeleted() {
        play(TALK, 0);
        x.withdraw.withdraw(post("1"));
        x.play.skip("r1", "2");
        steps();
        assertThat(x.posts.find(post("3")).orElseThrow().inReplyTo()).isNull();
    }

    private void play(String csv, double speed) {
        x.play.begin(csv, speed, Integer.MAX_VALUE);
        steps();
    }

    private void steps() {
        while (x.play.step()) {
            // until nothing is due
        }
    }

    private Progress progress() {
        return x.play.progress("r1").orElseThrow();
    }

    private PostId post(String row) {
        PostId post = progress().posts().get(row);
        if (post == null) {
            throw new AssertionError("Row " + row + " was not played");
        }
        return post;
    }
}
