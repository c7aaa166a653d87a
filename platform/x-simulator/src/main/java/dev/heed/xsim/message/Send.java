package dev.heed.xsim.message;

import dev.heed.xsim.attachment.Media;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.Snowflakes;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends a direct message to one other person. */
@Singleton
public class Send {

    /** What came of it. */
    public sealed interface Delivery {

        record Sent(Message message) implements Delivery {}

        /** The other person does not exist, accepts no messages from apps, or is oneself. */
        record NotPermitted() implements Delivery {}
    }

    private final World world;
    private final Users users;
    private final Inboxes inboxes;
    private final Messages messages;

    public Send(World world, Users users, Inboxes inboxes, Messages messages) {
        this.world = world;
        this.users = users;
        this.inboxes = inboxes;
        this.messages = messages;
    }

    public Delivery send(UserId from, UserId to, String text, Post.By by) {
        return send(from, to, text, by, List.of());
    }

    /** Opens or closes somebody's inbox. */
    public void turn(UserId user, boolean open) {
        world.alone(() -> {
            world.happened(new InboxTurned(user, open));
            return user;
        });
    }

    public Delivery send(UserId from, UserId to, String text, Post.By by, List<Media> media) {
        return send(from, to, text, by, media, null);
    }

    /** @param createdAt in the past, for one that X shows late; null for now */
    public Delivery send(
            UserId from, UserId to, String text, Post.By by, List<Media> media, @Nullable Instant createdAt) {
        return world.alone(() -> {
            if (users.byId(to).isEmpty() || from.equals(to) || (by == Post.By.API && inboxes.isClosed(to))) {
                return new Delivery.NotPermitted();
            }
            PostId id = new PostId(
                    createdAt == null
                            ? world.nextId()
                            : world.idOf(createdAt, taken -> messages.has(new PostId(taken))));
            Message message = new Message(id, from, to, text, Snowflakes.timeOf(id.value()), by, media);
            world.happened(new MessageSent(message));
            return new Delivery.Sent(message);
        });
    }
}
