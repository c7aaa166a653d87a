package dev.heed.xsim.post;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.Snowflakes;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.post.sight.Lag;
import dev.heed.xsim.post.sight.Lateness;
import dev.heed.xsim.post.sight.Sight;
import dev.heed.xsim.text.WeightedLength;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a post under X's rules.
 *
 * <p>Rules for posts through the API only: at most 280 weighted characters; nothing that the same author already said within a day; a
 * reply only where the author of the target mentions or quotes the one who replies (self-serve, since February 2026).
 */
@Singleton
public class Publish {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final World world;
    private final Posts posts;
    private final Users users;
    private final Sight sight;
    private final Lateness lateness;

    public Publish(World world, Posts posts, Users users, Sight sight, Lateness lateness) {
        this.world = world;
        this.posts = posts;
        this.users = users;
        this.sight = sight;
        this.lateness = lateness;
    }

    public Creation publish(NewPost wish) {
        return world.alone(() -> take(wish));
    }

    private Creation take(NewPost wish) {
        Optional<Post> target = seen(wish.inReplyTo(), wish);
        Optional<Post> repeated = seen(wish.extras().reposts(), wish);
        if (users.known(wish.author()).standing() != User.Standing.ACTIVE) {
            return new Creation.Refused(Creation.Reason.SUSPENDED);
        }
        if (wish.inReplyTo() != null && target.isEmpty()) {
            return new Creation.Refused(Creation.Reason.TARGET_GONE);
        }
        if (wish.quotes() != null && seen(wish.quotes(), wish).isEmpty()) {
            return new Creation.Refused(Creation.Reason.QUOTED_GONE);
        }
        if (wish.extras().reposts() != null) {
            return repeated.map(post -> keep(repost(wish, post)))
                    .orElseGet(() -> new Creation.Refused(Creation.Reason.QUOTED_GONE));
        }
        if (wish.text().isBlank() && wish.extras().attached().media().isEmpty()) {
            return new Creation.Refused(Creation.Reason.EMPTY);
        }
        @Nullable Post answered = target.orElse(null);
        Wording wording = Wording.of(wish.text(), wish.author(), answered, wish.leftOut(), users);
        if (wish.by() == Post.By.API) {
            Optional<Creation.Reason> refusal = refusal(wish, answered, wording);
            if (refusal.isPresent()) {
                return new Creation.Refused(refusal.get());
            }
        }
        return keep(made(wish, answered, wording));
    }

    private Creation keep(Post post) {
        world.happened(new Posted(post));
        return new Creation.Taken(post);
    }

    private Optional<Post> seen(@Nullable PostId id, NewPost wish) {
        return Optional.ofNullable(id).flatMap(post -> sight.answerable(post, Optional.of(wish.author())));
    }

    private Optional<Creation.Reason> refusal(NewPost wish, @Nullable Post answered, Wording wording) {
        if (WeightedLength.of(wording.counted()) > WeightedLength.LIMIT) {
            return Optional.of(Creation.Reason.TOO_LONG);
        }
        if (answered != null && !summons(answered, wish)) {
            return Optional.of(Creation.Reason.NOT_SUMMONED);
        }
        return saidBefore(wish, wording) ? Optional.of(Creation.Reason.DUPLICATE) : Optional.empty();
    }

    private boolean summons(Post answered, NewPost wish) {
        return answered.author().equals(wish.author())
                || answered.mentions().contains(wish.author())
                || Optional.ofNullable(answered.quotes())
                        .flatMap(posts::evenDeleted)
                        .filter(quoted -> quoted.author().equals(wish.author()))
                        .isPresent();
    }

    private boolean saidBefore(NewPost wish, Wording wording) {
        Instant since = world.now().minus(REMEMBERED);
        return posts.by(wish.author()).descendingMap().values().stream()
                .takeWhile(post -> post.createdAt().isAfter(since))
                .anyMatch(post -> !post.isDeleted() && post.text().equals(wording.text()));
    }

    private Post made(NewPost wish, @Nullable Post answered, Wording wording) {
        Extras extras = wish.extras();
        PostId id = newId(extras.createdAt());
        return new Post(
                id,
                wish.author(),
                wish.text(),
                wording.text(),
                wording.shownFrom(),
                Snowflakes.timeOf(id.value()),
                answered == null ? id : answered.conversation(),
                wish.inReplyTo(),
                answered == null ? null : answered.author(),
                wish.quotes(),
                wording.mentions(),
                wish.by(),
                null,
                null,
                null,
                extras.lang(),
                extras.attached(),
                lag(extras).from(world.now()));
    }

    /** A repost of a repost repeats what that one repeats. */
    private Post repost(NewPost wish, Post repeated) {
        Post original = Optional.ofNullable(repeated.reposts())
                .flatMap(posts::evenDeleted)
                .orElse(repeated);
        PostId id = newId(wish.extras().createdAt());
        String text = "RT @" + users.known(original.author()).username() + ": " + original.text();
        return new Post(
                id,
                wish.author(),
                "",
                text,
                0,
                Snowflakes.timeOf(id.value()),
                id,
                null,
                null,
                null,
                Wording.of(text, wish.author(), null, wish.leftOut(), users).mentions(),
                wish.by(),
                null,
                null,
                original.id(),
                original.lang(),
                original.attached(),
                lag(wish.extras()).from(world.now()));
    }

    private Lag lag(Extras extras) {
        return Objects.requireNonNullElseGet(extras.lag(), lateness::next);
    }

    private PostId newId(@Nullable Instant createdAt) {
        return new PostId(
                createdAt == null
                        ? world.nextId()
                        : world.idOf(
                                createdAt,
                                id -> posts.evenDeleted(new PostId(id)).isPresent()));
    }
}
