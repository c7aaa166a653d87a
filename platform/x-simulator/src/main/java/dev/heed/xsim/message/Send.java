package dev.heed.xsim.message;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.Snowflakes;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;

/** Sends a direct message to one other person. */
@Singleton
public class Send {

    /** What came of it. */
    public sealed interface Delivery {

        record Sent(Message message) implements Delivery {}

        /** The other person does not exist, or is oneself. */
        record NotPermitted() implements Delivery {}
    }

    private final World world;
    private final Users users;

    public Send(World world, Users users) {
        this.world = world;
        this.users = users;
    }

    public Delivery send(UserId from, UserId to, String text, Post.By by) {
        return world.alone(() -> {
            if (users.byId(to).isEmpty() || from.equals(to)) {
                return new Delivery.NotPermitted();
            }
            PostId id = new PostId(world.nextId());
            Message message = new Message(id, from, to, text, Snowflakes.timeOf(id.value()), by);
            world.happened(new MessageSent(message));
            return new Delivery.Sent(message);
        });
    }
}
