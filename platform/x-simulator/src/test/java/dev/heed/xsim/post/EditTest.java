package dev.heed.xsim.post;

import static dev.heed.xsim.WorldFixture.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.WorldFixture;
import dev.heed.xsim.id.PostId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditTest {

    private final WorldFixture x = new WorldFixture();
    private Post question;

    EditTest() {
        x.user("acme");
        question = x.posted("bob", "@acme were is it?", null);
    }

    @BeforeEach
    void aMomentLater() {
        x.clock.pass(Duration.ofMinutes(1));
    }

    @Test
    void everyVersionHasItsIdAndOnlyTheNewestIsListed() {
        Post second = taken(x.edit.edit(question.id(), "@acme where is it?"));
        Post third = taken(x.edit.edit(question.id(), "@acme where is it?!"));
        List<PostId> versions = List.of(question.id(), second.id(), third.id());
        assertThat(x.posts.versions(question)).isEqualTo(versions);
        assertThat(x.posts.versions(third)).isEqualTo(versions);
        assertThat(x.posts.mentioning(x.user("acme")).keySet()).containsExactly(third.id());
        assertThat(x.posts.by(x.user("bob")).keySet()).containsExactly(third.id());
        assertThat(x.posts.find(question.id()))
                .hasValueSatisfying(old -> assertThat(old.typed()).isEqualTo("@acme were is it?"));
        assertThat(third.conversation()).isEqualTo(question.id());
        assertThat(x.posts.of(x.user("bob")))
                .as("one post, however often edited")
                .isEqualTo(1);
    }

    @Test
    void repliesToAnyVersionAreRepliesToThePost() {
        Post toOld = taken(x.tries("acme", "On its way", question.id()));
        Post second = taken(x.edit.edit(question.id(), "@acme where is it?"));
        Post toNew = taken(x.tries("acme", "It is here", second.id()));
        assertThat(x.posts.repliesTo(second.id()).keySet()).containsExactly(toOld.id(), toNew.id());
        assertThat(x.posts.tally().replies(second)).isEqualTo(2);
        assertThat(toNew.conversation()).isEqualTo(question.id());
    }

    @Test
    void fiveTimesAndNoMore() {
        for (int i = 1; i <= 5; i++) {
            taken(x.edit.edit(question.id(), "@acme version " + i));
        }
        assertThat(x.edit.edit(question.id(), "@acme once more"))
                .isEqualTo(new Creation.Refused(Creation.Reason.NOT_EDITABLE));
    }

    @Test
    void withinAnHourOfTheFirstVersion() {
        x.clock.pass(Duration.ofMinutes(58));
        Post second = taken(x.edit.edit(question.id(), "@acme in time"));
        x.clock.pass(Duration.ofMinutes(2));
        assertThat(x.edit.edit(second.id(), "@acme too late"))
                .isEqualTo(new Creation.Refused(Creation.Reason.NOT_EDITABLE));
    }

    @Test
    void deletingOneVersionDeletesAll() {
        Post second = taken(x.edit.edit(question.id(), "@acme where is it?"));
        x.withdraw.withdraw(question.id());
        assertThat(x.posts.find(question.id())).isEmpty();
        assertThat(x.posts.find(second.id())).isEmpty();
        assertThat(x.posts.of(x.user("bob"))).isZero();
        assertThat(x.edit.edit(second.id(), "@acme still there?"))
                .isEqualTo(new Creation.Refused(Creation.Reason.TARGET_GONE));
    }

    @Test
    void throughTheApiOnlyOnesOwnAndNoReplies() {
        Post reply = taken(x.tries("acme", "On its way", question.id()));
        Post root = taken(x.tries("acme", "We deliver", null));
        Creation.Refused no = new Creation.Refused(Creation.Reason.NOT_EDITABLE);
        assertThat(x.edit.edit(question.id(), "mine", x.user("acme"))).isEqualTo(no);
        assertThat(x.edit.edit(reply.id(), "On its weigh", x.user("acme"))).isEqualTo(no);
        assertThat(x.edit.edit(root.id(), "y".repeat(281), x.user("acme")))
                .isEqualTo(new Creation.Refused(Creation.Reason.TOO_LONG));
        Post edited = taken(x.edit.edit(root.id(), "We deliver now", x.user("acme")));
        assertThat(edited.first()).isEqualTo(root.id());
        assertThat(edited.by()).isEqualTo(Post.By.API);
    }

    @Test
    void aChainSurvivesInAnyOrderOfWords() {
        List<PostId> versions = new ArrayList<>(List.of(question.id()));
        versions.add(taken(x.edit.edit(question.id(), "nobody any more")).id());
        assertThat(x.posts.mentioning(x.user("acme"))).as("named no longer").isEmpty();
        versions.add(taken(x.edit.edit(question.id(), "@acme again")).id());
        assertThat(x.posts.mentioning(x.user("acme")).keySet()).containsExactly(versions.getLast());
    }
}
