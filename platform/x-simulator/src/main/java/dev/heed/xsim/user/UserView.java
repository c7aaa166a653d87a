package dev.heed.xsim.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.answer.Pen;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.dialect.XTime;
import jakarta.inject.Singleton;

/** Shows an account in a dialect, with the fields that were asked for. Only while the world is held. */
@Singleton
public class UserView {

    private final PostCounts posts;

    public UserView(PostCounts posts) {
        this.posts = posts;
    }

    public ObjectNode show(User user, Wanted wanted) {
        return Pen.tree(pen -> write(pen, user, wanted));
    }

    /** Writes the members of an object. */
    public void write(Pen pen, User user, Wanted wanted) {
        pen.put("id", user.id().text()).put("name", user.name()).put("username", user.username());
        for (String field : wanted.user()) {
            switch (field) {
                case "created_at" -> pen.put("created_at", XTime.text(user.createdAt()));
                case "verified" -> pen.put("verified", user.verified());
                case "verified_type" -> pen.put("verified_type", user.verified() ? "blue" : "none");
                case "protected" -> pen.put("protected", user.isProtected());
                case "description" -> pen.put("description", "");
                case "public_metrics" -> pen.put("public_metrics", metrics -> metrics(metrics, user, wanted));
                default -> {} // what an account of the simulator does not have
            }
        }
    }

    private void metrics(Pen metrics, User user, Wanted wanted) {
        metrics.put("followers_count", user.followers())
                .put("following_count", 0)
                .put(wanted.dialect().postCount(), posts.of(user.id()))
                .put("listed_count", 0)
                .put("like_count", 0);
    }
}
