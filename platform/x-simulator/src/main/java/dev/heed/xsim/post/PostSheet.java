package dev.heed.xsim.post;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.id.UserId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Lays out an answer with posts: {@code data} and what its expansions include. A list that would be empty is left out, as X does.
 * Only while the world is held.
 */
@Singleton
public class PostSheet {

    private final PostView view;
    private final Includes includes;

    public PostSheet(PostView view, Includes includes) {
        this.view = view;
        this.includes = includes;
    }

    /** As the app sees it. */
    public ObjectNode list(Collection<Post> shown, Wanted wanted) {
        return list(shown, wanted, Optional.empty());
    }

    public ObjectNode list(Collection<Post> shown, Wanted wanted, Optional<UserId> viewer) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (!shown.isEmpty()) {
            ArrayNode data = answer.putArray("data");
            shown.forEach(post -> data.add(view.show(post, wanted)));
            includes.into(answer, shown, wanted, viewer);
        }
        return answer;
    }

    /** As the app sees it. */
    public ObjectNode one(Post shown, Wanted wanted) {
        return one(shown, wanted, Optional.empty());
    }

    public ObjectNode one(Post shown, Wanted wanted, Optional<UserId> viewer) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("data", view.show(shown, wanted));
        includes.into(answer, Set.of(shown), wanted, viewer);
        return answer;
    }
}
