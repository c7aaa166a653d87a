package dev.heed.xsim.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.WorldFixture;
import dev.heed.xsim.id.Snowflakes;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.sight.Place;
import dev.heed.xsim.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Bounds ALL = new Bounds(-1, Long.MAX_VALUE);
    private final WorldFixture x = new WorldFixture();

    @Test
    void theEightHundredNewestMentionsCanBeReachedAndNoMore() {
        x.user("acme");
        Post first = x.posted("bob", "@acme 0", null);
        for (int i = 1; i <= 800; i++) {
            x.posted("bob", "@acme " + i, null);
        }
        List<Post> reach = Timeline.MENTIONS.reach(mentions(), ALL, this::placed);
        assertThat(reach).hasSize(800).doesNotContain(first);
        assertThat(Timeline.MENTIONS.reach(mentions(), new Bounds(-1, first.id().value() + 1), this::placed))
                .as("what sank below the cap is out of reach by until_id too")
                .isEmpty();
    }

    @Test
    void whatCannotBeSeenKeepsItsPlaceAmongTheEightHundred() {
        x.user("acme");
        Post below = x.posted("bob", "@acme below", null);
        Post gone = x.posted("bob", "@acme gone", null);
        for (int i = 1; i <= 19; i++) {
            x.posted("eve", "@acme " + i, null);
        }
        for (int i = 1; i <= 780; i++) {
            x.posted("bob", "@acme " + i, null);
        }
        x.withdraw.withdraw(gone.id());
        x.account.change("eve", user -> user.withStanding(User.Standing.SUSPENDED));
        List<Post> reach = Timeline.MENTIONS.reach(mentions(), ALL, this::placed);
        assertThat(reach).hasSize(800).doesNotContain(below);
        assertThat(reach.stream().filter(this::listed)).hasSize(780);
    }

    @Test
    void withoutRepliesOnlyEightHundredOfTheThreeThousandCanBeReached() {
        Post root = x.posted("acme", "root", null);
        for (int i = 1; i <= 3_300; i++) {
            x.posted("acme", "number " + i, i % 3 == 0 ? root.id() : null);
        }
        assertThat(Timeline.POSTS.reach(own(), ALL, this::placed)).hasSize(3_200);
        assertThat(Timeline.POSTS_WITHOUT_REPLIES.reach(own(), ALL, this::placed))
                .hasSize(800)
                .allMatch(post -> post.inReplyTo() == null);
    }

    @Test
    void aDeletedPostCannotBeSeenAndMakesNoRoom() {
        Post gone = x.posted("acme", "gone", null);
        Post stays = x.posted("acme", "stays", null);
        x.withdraw.withdraw(gone.id());
        assertThat(Timeline.POSTS.reach(own(), ALL, this::placed))
                .hasSize(2)
                .filteredOn(this::listed)
                .containsExactly(stays);
    }

    @Test
    void sinceIdWinsOverStartTime() {
        Post old = x.posted("acme", "old", null);
        x.clock.pass(Duration.ofHours(1));
        Instant between = x.clock.instant();
        x.clock.pass(Duration.ofHours(1));
        Post late = x.posted("acme", "late", null);
        Bounds byTime = Bounds.of(Optional.empty(), Optional.empty(), Optional.of(between), Optional.empty());
        Bounds byBoth =
                Bounds.of(Optional.of(old.id().value() - 1), Optional.empty(), Optional.of(between), Optional.empty());
        assertThat(Timeline.POSTS.reach(own(), byTime, this::placed)).containsExactly(late);
        assertThat(Timeline.POSTS.reach(own(), byBoth, this::placed)).containsExactly(late, old);
    }

    @Test
    void sinceIdAndUntilIdAreExclusiveStartTimeIsInclusive() {
        Post post = x.posted("acme", "one", null);
        long id = post.id().value();
        assertThat(new Bounds(id, Long.MAX_VALUE).hold(id)).isFalse();
        assertThat(new Bounds(-1, id).hold(id)).isFalse();
        Bounds from = Bounds.of(Optional.empty(), Optional.empty(), Optional.of(post.createdAt()), Optional.empty());
        assertThat(from.hold(Snowflakes.floor(post.createdAt()))).isTrue();
    }

    private Collection<Post> mentions() {
        return x.posts.mentioning(x.user("acme")).descendingMap().values();
    }

    private boolean placed(Post post) {
        return x.sight.hasPlace(post, Place.LOOKUP);
    }

    private boolean listed(Post post) {
        return x.sight.listed(post, Place.LOOKUP, Optional.empty());
    }

    private Collection<Post> own() {
        return x.posts.by(x.user("acme")).descendingMap().values();
    }
}
