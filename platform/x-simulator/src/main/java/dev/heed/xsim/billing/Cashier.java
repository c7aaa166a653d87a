package dev.heed.xsim.billing;

import dev.heed.xsim.call.Caller;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.text.Links;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads off an answer what it costs, and refuses calls that nobody could pay. Made when first used: the gate stands before there is a world. */
@ApplicationScoped
public class Cashier {

    private final Till till;
    private final World world;
    private final Users users;
    private final Posts posts;

    public Cashier(Till till, World world, Users users, Posts posts) {
        this.till = till;
        this.world = world;
        this.users = users;
        this.posts = posts;
    }

    /** The refusal of a paid call when credits or the month's reads are spent. */
    public Optional<XProblem> refuse(Endpoint endpoint, Dialect dialect) {
        Optional<Price> price = Price.of(endpoint);
        if (price.isPresent() && till.isOutOfCredits()) {
            return Optional.of(till.isPlainlySpoken() ? XProblem.creditsDepletedPlainly() : XProblem.creditsDepleted());
        }
        return price.filter(Price::readsPosts).isPresent() && till.isOutOfReads()
                ? Optional.of(XProblem.usageCapExceeded(dialect))
                : Optional.empty();
    }

    /**
     * Books an answer that X gives.
     *
     * @param subject the id in the path, or nothing
     * @param resources the ids of what the answer shows
     */
    public void charge(Endpoint endpoint, Caller caller, String subject, List<String> resources) {
        Optional<Price> price = Price.of(endpoint);
        if (price.isEmpty()) {
            return;
        }
        String name = name(caller);
        if (price.get().isRead()) {
            till.read(
                    endpoint.calledName(),
                    name,
                    own(endpoint, caller, name, subject).orElse(price.get()),
                    resources);
        } else {
            till.write(
                    endpoint.calledName(), name, endpoint == Endpoint.CREATE_POST ? creation(resources) : price.get());
        }
    }

    /** Books an event that reached a webhook; deletions are free. */
    public void chargeEvent(String eventType, String subject) {
        if (eventType.startsWith("dm.")) {
            till.read("activity", "app", Price.MESSAGE_READ, List.of(subject));
        } else if (!eventType.equals("post.delete")) {
            till.read("activity", "app", Price.POST_READ, List.of(subject));
        }
    }

    private Optional<Price> own(Endpoint endpoint, Caller caller, String name, String subject) {
        return endpoint == Endpoint.MENTIONS
                        && caller instanceof Caller.Person person
                        && person.user().text().equals(subject)
                        && till.isOwner(name)
                ? Optional.of(Price.OWN_MENTION)
                : Optional.empty();
    }

    private Price creation(List<String> resources) {
        Optional<Post> post = world.alone(
                () -> resources.stream().findFirst().flatMap(PostId::parse).flatMap(posts::evenDeleted));
        if (post.filter(Cashier::answersSomebody).isPresent()) {
            return Price.SUMMONED_REPLY;
        }
        return post.filter(made -> Links.any(made.typed())).isPresent() ? Price.POST_WITH_URL : Price.POST;
    }

    /** Nobody is summoned by himself: the next post of one's own thread costs what any post costs. */
    private static boolean answersSomebody(Post made) {
        return made.inReplyTo() != null && !made.author().equals(made.inReplyToUser());
    }

    private String name(Caller caller) {
        return switch (caller) {
            case Caller.App app -> "app";
            case Caller.Person(UserId user, var scopes) ->
                world.alone(() -> users.byId(user).map(User::username).orElseGet(user::text));
        };
    }
}
