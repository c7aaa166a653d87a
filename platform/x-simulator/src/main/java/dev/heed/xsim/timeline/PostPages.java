package dev.heed.xsim.timeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.page.Slice;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.PostSheet;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lays out a page of posts with its {@code meta}. Only while the world is held. */
@Singleton
public class PostPages {

    private final PostSheet sheet;

    public PostPages(PostSheet sheet) {
        this.sheet = sheet;
    }

    /** @param scope the question that this page answers, to seal its tokens with */
    public ObjectNode show(Slice<Post> slice, Wanted wanted, String scope, boolean waysBack, Optional<UserId> viewer) {
        ObjectNode answer = sheet.list(slice.items(), wanted, viewer);
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        if (!slice.items().isEmpty()) {
            meta.put("newest_id", slice.items().getFirst().id().text());
            meta.put("oldest_id", slice.items().getLast().id().text());
        }
        meta.put("result_count", slice.items().size());
        slice.next().ifPresent(token -> meta.put("next_token", token.seal(scope)));
        if (waysBack) {
            slice.previous().ifPresent(token -> meta.put("previous_token", token.seal(scope)));
        }
        answer.set("meta", meta);
        return answer;
    }
}
