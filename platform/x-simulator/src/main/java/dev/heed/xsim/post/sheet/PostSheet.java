package dev.heed.xsim.post.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.answer.Answer;
import dev.heed.xsim.answer.Pen;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.post.Post;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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

    /**
     * @param missing why posts that were asked for are not shown
     * @param rest writes what else the answer has
     */
    public Answer list(
            Collection<Post> shown,
            Wanted wanted,
            Optional<UserId> viewer,
            List<ObjectNode> missing,
            Consumer<Pen> rest) {
        List<String> ids = shown.stream().map(post -> post.id().text()).toList();
        return Answer.of(ids, pen -> {
            pen.some("data", shown, (data, post) -> data.add(one -> view.write(one, post, wanted)));
            List<ObjectNode> errors = new ArrayList<>(includes.write(pen, shown, wanted, viewer));
            errors.addAll(missing);
            pen.some("errors", errors, Pen::add);
            rest.accept(pen);
        });
    }

    /** As the app sees it. */
    public Answer one(Post shown, Wanted wanted) {
        return one(shown, wanted, Optional.empty());
    }

    public Answer one(Post shown, Wanted wanted, Optional<UserId> viewer) {
        return Answer.of(List.of(shown.id().text()), pen -> {
            pen.put("data", data -> view.write(data, shown, wanted));
            pen.some("errors", includes.write(pen, Set.of(shown), wanted, viewer), Pen::add);
        });
    }
}
