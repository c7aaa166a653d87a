package dev.heed.xsim.replay;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.post.Creation;
import dev.heed.xsim.post.NewPost;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.post.Publish;
import dev.heed.xsim.user.Join;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plays recordings: begins them, posts what is due, lets answers be called off, tells how far they have come. */
@Singleton
public class Play {

    private final World world;
    private final Replays replays;
    private final Posts posts;
    private final Users users;
    private final Publish publish;
    private final Join join;

    /** What was made of a file. {@code rows} counts the lines read, the rejected ones included. */
    public record Begun(String id, int rows, int playable, int unaddressed, List<Rejected> rejected) {}

    public Play(World world, Replays replays, Posts posts, Users users, Publish publish, Join join) {
        this.world = world;
        this.replays = replays;
        this.posts = posts;
        this.users = users;
        this.publish = publish;
        this.join = join;
    }

    /**
     * Begins to play; the posts follow by themselves.
     *
     * @param speed divides the gaps of the recording; 0 leaves them out
     * @param limit how many rows are read at most
     */
    public Begun begin(String csv, double speed, int limit) {
        return world.alone(() -> {
            String id = replays.nextId();
            world.happened(new ReplayFact.ReplayBegan(id, csv, speed, limit, world.now()));
            Replay replay = replays.find(id).orElseThrow();
            replay.script().brands().forEach(brand -> join.join(brand, null, null, null));
            Script script = replay.script();
            return new Begun(id, script.rows(), script.cues().size(), script.unaddressed(), script.rejected());
        });
    }

    public Optional<Progress> progress(String id) {
        return world.alone(() -> replays.find(id).map(this::tell));
    }

    public List<String> ids() {
        return world.alone(() -> replays.all().stream().map(Replay::id).toList());
    }

    /** The answer of this brand's row will not come. Empty when there is no such replay or row. */
    public Optional<Progress> skip(String id, String row) {
        return world.alone(() -> replays.find(id)
                .flatMap(replay -> replay.answerMeant(row).map(brandRow -> {
                    world.happened(new ReplayFact.AnswerCalledOff(id, brandRow));
                    return tell(replay);
                })));
    }

    /** Posts one row that is due, if there is any; false when nothing is due in any replay. */
    boolean step() {
        return world.alone(() -> {
            for (Replay replay : replays.all()) {
                Optional<Replay.Ready> ready = replay.next(world.now(), this::reply);
                if (ready.isPresent()) {
                    post(replay, ready.get());
                    return true;
                }
            }
            return false;
        });
    }

    private void post(Replay replay, Replay.Ready ready) {
        Row row = ready.cue().row();
        User author = join.join(row.author(), null, null, null);
        NewPost wish = new NewPost(author.id(), ready.cue().text(), ready.inReplyTo(), null, Set.of(), Post.By.CONTROL);
        Creation creation = publish.publish(wish);
        if (creation instanceof Creation.Refused) {
            // What it answers was deleted meanwhile: a customer would then post anew, naming the brand.
            creation = publish.publish(
                    new NewPost(author.id(), ready.cue().text(), null, null, Set.of(), Post.By.CONTROL));
        }
        if (creation instanceof Creation.Taken(Post post)) {
            world.happened(new ReplayFact.RowPlayed(replay.id(), row.id(), post.id()));
        } else {
            throw new IllegalStateException("Row " + row.id() + " cannot be posted: " + creation);
        }
    }

    private Progress tell(Replay replay) {
        return replay.progress(world.now(), this::reply);
    }

    private Optional<PostId> reply(String brand, PostId to) {
        return users.byUsername(brand)
                .flatMap(user -> posts.repliesTo(to).values().stream()
                        .filter(post ->
                                post.author().equals(user.id()) && post.by() == Post.By.API && !post.isDeleted())
                        .map(Post::id)
                        .findFirst());
    }
}
