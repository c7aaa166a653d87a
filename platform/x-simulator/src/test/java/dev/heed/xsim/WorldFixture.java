package dev.heed.xsim;

import dev.heed.xsim.attachment.Attached;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.message.Inboxes;
import dev.heed.xsim.message.Messages;
import dev.heed.xsim.message.Send;
import dev.heed.xsim.oauth.Grants;
import dev.heed.xsim.post.Creation;
import dev.heed.xsim.post.Edit;
import dev.heed.xsim.post.Extras;
import dev.heed.xsim.post.NewPost;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.post.Publish;
import dev.heed.xsim.post.Withdraw;
import dev.heed.xsim.post.sight.Lateness;
import dev.heed.xsim.post.sight.Sight;
import dev.heed.xsim.replay.Play;
import dev.heed.xsim.replay.Replays;
import dev.heed.xsim.user.ChangeAccount;
import dev.heed.xsim.user.Join;
import dev.heed.xsim.user.Users;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A world without a server, with a clock that a test moves. */
public final class WorldFixture {

    public final MovableClock clock;
    public final Users users = new Users();
    public final Posts posts = new Posts();
    public final Messages messages = new Messages();
    public final Inboxes inboxes = new Inboxes();
    public final Grants grants = new Grants();
    public final Replays replays = new Replays();
    public final World world;
    public final Join join;
    public final Sight sight;
    public final Lateness lateness = new Lateness();
    public final Publish publish;
    public final Edit edit;
    public final ChangeAccount account;
    public final Withdraw withdraw;
    public final Send send;
    public final Play play;

    public WorldFixture() {
        this(null, new MovableClock());
    }

    public WorldFixture(@Nullable Path journal, MovableClock clock) {
        this.clock = clock;
        world = new World(List.of(users, posts, messages, inboxes, grants, replays), journal, clock);
        join = new Join(world, users);
        sight = new Sight(world, posts, users);
        publish = new Publish(world, posts, users, sight, lateness);
        edit = new Edit(world, posts, users, sight);
        withdraw = new Withdraw(world, posts);
        account = new ChangeAccount(world, users);
        send = new Send(world, users, inboxes, messages);
        play = new Play(world, replays, posts, users, publish, join);
    }

    public UserId user(String username) {
        return join.join(username, null, null, null).id();
    }

    /** Somebody posts, without X's rules for apps. */
    public Post posted(String author, String text, @Nullable PostId inReplyTo) {
        return taken(publish.publish(wish(author, text, inReplyTo, null, Post.By.CONTROL)));
    }

    public Post quoted(String author, String text, PostId quotes) {
        return taken(publish.publish(wish(author, text, null, quotes, Post.By.CONTROL)));
    }

    public Post reposted(String author, PostId reposts) {
        Extras extras = new Extras(Attached.NOTHING, reposts, null, null, null);
        return taken(publish.publish(new NewPost(user(author), "", null, null, Set.of(), Post.By.CONTROL, extras)));
    }

    /** Somebody tries to post through X's API. */
    public Creation tries(String author, String text, @Nullable PostId inReplyTo) {
        return publish.publish(wish(author, text, inReplyTo, null, Post.By.API));
    }

    public static Post taken(Creation creation) {
        if (creation instanceof Creation.Taken(Post post)) {
            return post;
        }
        throw new AssertionError("X refused: " + creation);
    }

    private NewPost wish(String author, String text, @Nullable PostId inReplyTo, @Nullable PostId quotes, Post.By by) {
        return new NewPost(user(author), text, inReplyTo, quotes, Set.of(), by);
    }
}
