package dev.heed.xsim.post;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.user.UserView;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lays out an answer with posts: {@code data} and what its expansions include. A list that would be empty is left out, as X does.
 * Only while the world is held.
 */
@Singleton
public class PostSheet {

    private final Posts posts;
    private final Users users;
    private final PostView view;
    private final UserView userView;

    public PostSheet(Posts posts, Users users, PostView view, UserView userView) {
        this.posts = posts;
        this.users = users;
        this.view = view;
        this.userView = userView;
    }

    public ObjectNode list(Collection<Post> shown, Wanted wanted) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (!shown.isEmpty()) {
            ArrayNode data = answer.putArray("data");
            shown.forEach(post -> data.add(view.show(post, wanted)));
            include(answer, shown, wanted);
        }
        return answer;
    }

    public ObjectNode one(Post shown, Wanted wanted) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("data", view.show(shown, wanted));
        include(answer, Set.of(shown), wanted);
        return answer;
    }

    private void include(ObjectNode answer, Collection<Post> shown, Wanted wanted) {
        Set<Post> referenced = new LinkedHashSet<>();
        if (wanted.expandsReferences()) {
            shown.stream()
                    .flatMap(post -> Stream.of(opt(post.inReplyTo()), opt(post.quotes())))
                    .flatMap(ids -> ids)
                    .forEach(id -> posts.find(id).ifPresent(referenced::add));
        }
        Set<UserId> people = new LinkedHashSet<>();
        for (Post post : shown) {
            if (wanted.expands("author_id")) {
                people.add(post.author());
            }
            if (wanted.expands("in_reply_to_user_id") && post.inReplyToUser() != null) {
                people.add(post.inReplyToUser());
            }
            if (wanted.expands("entities.mentions.username")) {
                people.addAll(post.mentions());
            }
        }
        if (wanted.expandsReferenceAuthors()) {
            referenced.forEach(post -> people.add(post.author()));
        }
        ObjectNode includes = JsonNodeFactory.instance.objectNode();
        if (!people.isEmpty()) {
            ArrayNode list = includes.putArray("users");
            people.forEach(user -> list.add(userView.show(users.known(user), wanted)));
        }
        if (!referenced.isEmpty()) {
            ArrayNode list = includes.putArray(wanted.dialect().included());
            referenced.forEach(post -> list.add(view.show(post, wanted)));
        }
        if (!includes.isEmpty()) {
            answer.set("includes", includes);
        }
    }

    private static Stream<PostId> opt(@Nullable PostId id) {
        return Stream.ofNullable(id);
    }
}
