package dev.heed.xsim.post;

import static dev.heed.xsim.WorldFixture.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.WorldFixture;
import dev.heed.xsim.id.PostId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishTest {

    private final WorldFixture x = new WorldFixture();

    @BeforeEach
    void people() {
        x.user("acme");
        x.user("bob");
        x.user("carol");
    }

    @Test
    void aReplyStartsWithThoseItAnswers() {
        Post question = x.posted("bob", "@acme @carol where is it?", null);
        Post reply = taken(x.tries("acme", "On its way", question.id()));
        assertThat(reply.text()).isEqualTo("@bob @carol On its way");
        assertThat(reply.typed()).isEqualTo("On its way");
        assertThat(reply.shownFrom()).isEqualTo("@bob @carol ".length());
        assertThat(reply.mentions()).containsExactly(x.user("bob"), x.user("carol"));
        assertThat(reply.conversation()).isEqualTo(question.id());
        assertThat(reply.inReplyToUser()).isEqualTo(x.user("bob"));
    }

    @Test
    void handlesThatTheAuthorWroteInFrontAreNotRepeated() {
        Post question = x.posted("bob", "@acme @carol where is it?", null);
        Post reply = taken(x.tries("acme", "@Carol @bob On its way, @bob", question.id()));
        assertThat(reply.text()).isEqualTo("@Carol @bob On its way, @bob");
        assertThat(reply.shownFrom()).isEqualTo("@Carol @bob ".length());
    }

    @Test
    void peopleCanBeLeftOutButNotTheAuthorAnswered() {
        Post question = x.posted("bob", "@acme @carol where is it?", null);
        NewPost wish = new NewPost(
                x.user("acme"), "Soon", question.id(), null, Set.of(x.user("carol"), x.user("bob")), Post.By.API);
        assertThat(taken(x.publish.publish(wish)).text()).isEqualTo("@bob Soon");
    }

    @Test
    void aReplyToOnesOwnPostNamesNobody() {
        Post first = x.posted("acme", "One", null);
        assertThat(taken(x.tries("acme", "Two", first.id())).text()).isEqualTo("Two");
    }

    @Test
    void whoWasNotNamedMayNotReply() {
        Post talk = x.posted("bob", "acme is slow today", null);
        assertRefused(x.tries("acme", "Sorry", talk.id()), Creation.Reason.NOT_SUMMONED);
    }

    @Test
    void aQuoteSummonsToo() {
        Post ours = x.posted("acme", "We deliver", null);
        Post quote = x.quoted("bob", "Do they?", ours.id());
        assertThat(x.tries("acme", "We do", quote.id())).isInstanceOf(Creation.Taken.class);
    }

    @Test
    void aReplyToUsSummonsByItsImpliedMention() {
        Post ours = x.posted("acme", "We deliver", null);
        Post reply = x.posted("bob", "Do you?", ours.id());
        assertThat(x.tries("acme", "We do", reply.id())).isInstanceOf(Creation.Taken.class);
    }

    @Test
    void whatWasDeletedCannotBeAnswered() {
        Post question = x.posted("bob", "@acme where is it?", null);
        x.withdraw.withdraw(question.id());
        assertRefused(x.tries("acme", "On its way", question.id()), Creation.Reason.TARGET_GONE);
        assertRefused(x.tries("acme", "On its way", new PostId(1)), Creation.Reason.TARGET_GONE);
    }

    @Test
    void theSameWordsToTheSamePersonAreADuplicateForADay() {
        Post one = x.posted("bob", "@acme where is it?", null);
        Post two = x.posted("bob", "@acme hello?", null);
        Post other = x.posted("carol", "@acme and mine?", null);
        taken(x.tries("acme", "On its way", one.id()));
        assertRefused(x.tries("acme", "On its way", one.id()), Creation.Reason.DUPLICATE);
        assertRefused(x.tries("acme", "@bob On its way", two.id()), Creation.Reason.DUPLICATE);
        taken(x.tries("acme", "On its way", other.id()));
        x.clock.pass(Duration.ofDays(1));
        taken(x.tries("acme", "On its way", one.id()));
    }

    @Test
    void whatWasDeletedMayBeSaidAgain() {
        Post question = x.posted("bob", "@acme where is it?", null);
        Post reply = taken(x.tries("acme", "On its way", question.id()));
        assertThat(x.withdraw.withdraw(reply.id(), x.user("bob"))).isEqualTo(Withdraw.Outcome.NOT_YOURS);
        assertThat(x.withdraw.withdraw(reply.id(), x.user("acme"))).isEqualTo(Withdraw.Outcome.DELETED);
        assertThat(x.withdraw.withdraw(reply.id(), x.user("acme"))).isEqualTo(Withdraw.Outcome.DELETED);
        taken(x.tries("acme", "On its way", question.id()));
    }

    @Test
    void theLimitCountsWhatTheAuthorAddsNotWhomTheReplyNames() {
        Post question = x.posted("bob", "@acme where is it?", null);
        taken(x.tries("acme", "x".repeat(280), question.id()));
        taken(x.tries("acme", "@bob " + "y".repeat(280), question.id()));
        assertRefused(x.tries("acme", "z".repeat(281), question.id()), Creation.Reason.TOO_LONG);
        assertRefused(x.tries("acme", "@carol " + "z".repeat(275), question.id()), Creation.Reason.TOO_LONG);
        assertRefused(x.tries("acme", " \n", question.id()), Creation.Reason.EMPTY);
    }

    private static void assertRefused(Creation creation, Creation.Reason reason) {
        assertThat(creation).isEqualTo(new Creation.Refused(reason));
    }
}
