package dev.heed.xsim.post;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.Snowflakes;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a post under X's rules.
 *
 * <p>Rules for posts through the API only: at most 280 weighted characters; nothing that the same author already said within a day, as
 * shown; a reply only where the author of the target mentions or quotes the one who replies (self-serve, since February 2026).
 */
@Singleton
public class Publish {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final World world;
    private final Posts posts;
    private final Users users;

    public Publish(World world, Posts posts, Users users) {
        this.world = world;
        this.posts = posts;
        this.users = users;
    }

    public Creation publish(NewPost wish) {
        return world.alone(() -> take(wish));
    }

    private Creation take(NewPost wish) {
        Optional<Post> target = Optional.ofNullable(wish.inReplyTo()).flatMap(posts::find);
        if (wish.inReplyTo() != null && target.isEmpty()) {
            return new Creation.Refused(Creation.Reason.TARGET_GONE);
        }
        if (wish.quotes() != null && posts.find(wish.quotes()).isEmpty()) {
            return new Creation.Refused(Creation.Reason.QUOTED_GONE);
        }
        if (wish.text().isBlank()) {
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
        Post post = made(wish, answered, wording);
        world.happened(new Posted(post));
        return new Creation.Taken(post);
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
        PostId id = new PostId(world.nextId());
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
                null);
    }
}
