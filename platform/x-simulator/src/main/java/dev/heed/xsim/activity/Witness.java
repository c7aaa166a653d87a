package dev.heed.xsim.activity;

import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.Fact;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.message.Message;
import dev.heed.xsim.message.MessageSent;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.PostDeleted;
import dev.heed.xsim.post.Posted;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.user.Users;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Sees what happens and has it told to those who subscribed. Where nobody did, it costs a look into a map. */
@Singleton
@Startup
class Witness {

    private final World world;
    private final Subscriptions subscriptions;
    private final Posts posts;
    private final Users users;
    private final Bodies bodies;
    private final Carrier carrier;

    Witness(World world, Subscriptions subscriptions, Posts posts, Users users, Bodies bodies, Carrier carrier) {
        this.world = world;
        this.subscriptions = subscriptions;
        this.posts = posts;
        this.users = users;
        this.bodies = bodies;
        this.carrier = carrier;
    }

    @PostConstruct
    void watch() {
        world.tell(this::see);
    }

    private void see(Fact fact) {
        if (subscriptions.count() == 0) {
            return;
        }
        switch (fact) {
            case Posted(Post post)
            when isPublic(post) ->
                Concerned.by(post, posts, users)
                        .forEach(concerned -> tell(concerned, post.id().text(), () -> bodies.post(post)));
            case PostDeleted deleted ->
                posts.evenDeleted(deleted.post())
                        .filter(this::isPublic)
                        .ifPresent(post -> tell(
                                new Concerned(EventType.DELETE, post.author(), false),
                                post.id().text(),
                                () -> Bodies.deleted(post)));
            case MessageSent(Message message) ->
                tell(
                        new Concerned(EventType.MESSAGE, message.to(), true),
                        message.id().text(),
                        () -> bodies.message(message));
            default -> {} // nothing that anybody can subscribe to
        }
    }

    /** What a protected account posts is for its followers, and nobody follows anybody here. */
    private boolean isPublic(Post post) {
        return !users.known(post.author()).isProtected();
    }

    private void tell(Concerned concerned, String subject, Supplier<Bodies.Content> content) {
        UserId user = concerned.user();
        for (Subscription subscription : subscriptions.around(user)) {
            Long webhook = subscription.webhook();
            if (webhook != null && concerned.isWishOf(subscription)) {
                long uuid = world.nextId();
                Activity activity = new Activity(
                        uuid,
                        webhook,
                        subscription.eventType(),
                        subject,
                        world.now(),
                        Bodies.envelope(uuid, subscription, content.get()));
                world.happened(new ActivityHappened(activity));
                carrier.carry(activity);
            }
        }
    }
}
