package dev.heed.xsim.post.sight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.WorldFixture;
import dev.heed.xsim.attachment.Attached;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.post.Creation;
import dev.heed.xsim.post.Extras;
import dev.heed.xsim.post.NewPost;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Withhold;
import dev.heed.xsim.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SightTest {

    private static final Optional<UserId> APP = Optional.empty();

    private final WorldFixture x = new WorldFixture();
    private final UserId acme = x.user("acme");
    private final Post post = x.posted("bob", "@acme hello", null);

    @Test
    void aProtectedAccountIsSeenByItselfAlone() {
        bob(user -> user.withProtection(true));
        assertThat(x.sight.of(post, APP)).isEqualTo(Seen.FORBIDDEN);
        assertThat(x.sight.of(post, Optional.of(acme))).isEqualTo(Seen.FORBIDDEN);
        assertThat(x.sight.of(post, Optional.of(post.author()))).isEqualTo(Seen.SHOWN);
        assertThat(listed(Place.MENTIONS)).isFalse();
        bob(user -> user.withProtection(false));
        assertThat(x.sight.of(post, APP)).isEqualTo(Seen.SHOWN);
    }

    @Test
    void aSuspendedAccountIsForbiddenADeactivatedOneGoneAndBothComeBack() {
        bob(user -> user.withStanding(User.Standing.SUSPENDED));
        assertThat(x.sight.of(post, APP)).isEqualTo(Seen.FORBIDDEN);
        assertThat(x.tries("bob", "let me in", null)).isEqualTo(new Creation.Refused(Creation.Reason.SUSPENDED));
        bob(user -> user.withStanding(User.Standing.DEACTIVATED));
        assertThat(x.sight.of(post, APP)).isEqualTo(Seen.GONE);
        bob(user -> user.withStanding(User.Standing.ACTIVE));
        assertThat(x.sight.of(post, APP)).isEqualTo(Seen.SHOWN);
        assertThat(listed(Place.SEARCH)).isTrue();
    }

    @Test
    void whatNobodySeesCannotBeAnswered() {
        Creation.Refused gone = new Creation.Refused(Creation.Reason.TARGET_GONE);
        for (UnaryOperator<User> act : List.<UnaryOperator<User>>of(
                user -> user.withProtection(true),
                user -> user.withProtection(false).withStanding(User.Standing.SUSPENDED),
                user -> user.withStanding(User.Standing.DEACTIVATED))) {
            bob(act);
            assertThat(x.tries("acme", "Hello", post.id())).isEqualTo(gone);
        }
    }

    @Test
    void withheldEverywhereIsInNoListAndUnanswerableWithheldSomewhereIsMarkedOnly() {
        Withhold withhold = new Withhold(x.world, x.posts);
        assertThat(withhold.withhold(post.id(), List.of("DE"))).isTrue();
        assertThat(listed(Place.MENTIONS)).isTrue();
        assertThat(withhold.withhold(post.id(), List.of("XX"))).isTrue();
        assertThat(listed(Place.MENTIONS)).isFalse();
        assertThat(x.sight.of(post, APP))
                .as("a look-up shows that it is withheld")
                .isEqualTo(Seen.SHOWN);
        assertThat(x.tries("acme", "Hello", post.id())).isEqualTo(new Creation.Refused(Creation.Reason.TARGET_GONE));
        assertThat(withhold.withhold(post.id(), List.of())).isTrue();
        assertThat(listed(Place.MENTIONS)).isTrue();
    }

    @Test
    void aLatePostAppearsInEachPlaceAtItsTime() {
        Post late = published(new Lag(3_000, 2_000, 1_000), null);
        assertThat(x.sight.of(late, APP)).isEqualTo(Seen.GONE);
        x.clock.pass(Duration.ofSeconds(1));
        assertThat(x.sight.of(late, APP)).isEqualTo(Seen.SHOWN);
        assertThat(x.sight.listed(late, Place.SEARCH, APP)).isFalse();
        x.clock.pass(Duration.ofSeconds(1));
        assertThat(x.sight.listed(late, Place.SEARCH, APP)).isTrue();
        assertThat(x.sight.listed(late, Place.MENTIONS, APP)).isFalse();
        x.clock.pass(Duration.ofSeconds(1));
        assertThat(x.sight.listed(late, Place.MENTIONS, APP)).isTrue();
    }

    @Test
    void everyThirdPostIsLateUntilFurtherNotice() {
        x.lateness.order(new Lag(60_000, 0, 0), 3);
        List<Boolean> inTime =
                List.of(shownNow("1"), shownNow("2"), shownNow("3"), shownNow("4"), shownNow("5"), shownNow("6"));
        assertThat(inTime).containsExactly(true, true, false, true, true, false);
        x.lateness.forget();
        assertThat(shownNow("7")).isTrue();
    }

    @Test
    void aPostOfThePastHasAnIdOfItsTimeOrderedAmongTheOthersAndNeverTwice() {
        Instant past = x.clock.instant().minus(Duration.ofMinutes(10));
        Post one = published(null, past);
        Post other = published(null, past);
        assertThat(one.createdAt()).isEqualTo(past);
        assertThat(one.id()).isLessThan(post.id()).isNotEqualTo(other.id());
        assertThat(x.posts.mentioning(acme).lastKey()).isEqualTo(post.id());
    }

    @Test
    void aRepostGoesWithWhatItRepeats() {
        Post repost = WorldFixture.taken(x.publish.publish(new NewPost(
                x.user("carol"),
                "",
                null,
                null,
                Set.of(),
                Post.By.CONTROL,
                new Extras(Attached.NOTHING, post.id(), null, null, null))));
        assertThat(x.sight.of(repost, APP)).isEqualTo(Seen.SHOWN);
        x.withdraw.withdraw(post.id());
        assertThat(x.sight.of(repost, APP)).isEqualTo(Seen.GONE);
    }

    private boolean shownNow(String text) {
        return x.sight.listed(x.posted("bob", "@acme " + text, null), Place.MENTIONS, APP);
    }

    private Post published(@Nullable Lag lag, @Nullable Instant createdAt) {
        Extras extras = new Extras(Attached.NOTHING, null, null, createdAt, lag);
        return WorldFixture.taken(x.publish.publish(
                new NewPost(post.author(), "@acme another", null, null, Set.of(), Post.By.CONTROL, extras)));
    }

    private boolean listed(Place place) {
        return x.sight.listed(post, place, APP);
    }

    private void bob(UnaryOperator<User> act) {
        assertThat(x.account.change("bob", act)).isPresent();
    }
}
