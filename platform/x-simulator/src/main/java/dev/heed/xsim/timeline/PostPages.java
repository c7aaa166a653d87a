package dev.heed.xsim.timeline;

import dev.heed.xsim.answer.Answer;
import dev.heed.xsim.answer.Pen;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.page.Slice;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.sheet.PostSheet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Lays out a page of posts with its {@code meta}. Only while the world is held. */
@Singleton
public class PostPages {

    private final PostSheet sheet;

    public PostPages(PostSheet sheet) {
        this.sheet = sheet;
    }

    /** @param scope the question that this page answers, to seal its tokens with */
    public Answer show(Slice<Post> slice, Wanted wanted, String scope, boolean waysBack, Optional<UserId> viewer) {
        return sheet.list(
                slice.items(),
                wanted,
                viewer,
                List.of(),
                pen -> pen.put("meta", meta -> meta(meta, slice, scope, waysBack)));
    }

    private static void meta(Pen meta, Slice<Post> slice, String scope, boolean waysBack) {
        if (!slice.items().isEmpty()) {
            meta.put("newest_id", slice.items().getFirst().id().text());
            meta.put("oldest_id", slice.items().getLast().id().text());
        }
        meta.put("result_count", slice.items().size());
        slice.next().ifPresent(token -> meta.put("next_token", token.seal(scope)));
        if (waysBack) {
            slice.previous().ifPresent(token -> meta.put("previous_token", token.seal(scope)));
        }
    }
}
