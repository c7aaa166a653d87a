package dev.heed.xsim.user;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.dialect.Wanted;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;

/** Shows an account in a dialect, with the fields that were asked for. Only while the world is held. */
@Singleton
public class UserView {

    private final PostCounts posts;

    public UserView(PostCounts posts) {
        this.posts = posts;
    }

    public ObjectNode show(User user, Wanted wanted) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", user.id().text());
        shown.put("name", user.name());
        shown.put("username", user.username());
        for (String field : wanted.user()) {
            switch (field) {
                case "created_at" ->
                    shown.put(
                            "created_at",
                            user.createdAt()
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString()
                                    .replace("Z", ".000Z"));
                case "verified" -> shown.put("verified", user.verified());
                case "verified_type" -> shown.put("verified_type", user.verified() ? "blue" : "none");
                case "protected" -> shown.put("protected", user.isProtected());
                case "description" -> shown.put("description", "");
                case "public_metrics" -> shown.set("public_metrics", metrics(user, wanted));
                default -> {} // what an account of the simulator does not have
            }
        }
        return shown;
    }

    private ObjectNode metrics(User user, Wanted wanted) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("followers_count", user.followers())
                .put("following_count", 0)
                .put(wanted.dialect().postCount(), posts.of(user.id()))
                .put("listed_count", 0)
                .put("like_count", 0);
    }
}
