package dev.heed.routing.ticket;

import dev.heed.routing.post.Media;
import dev.heed.routing.post.Parent;
import dev.heed.routing.post.PostOrder;
import dev.heed.routing.ticket.life.HeardPost;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a post before the post itself did: that it was withdrawn, or a newer version.
 *
 * @param at when it was edited, or its withdrawal became known
 */
record PostAhead(
        @Nullable String withdrawnReason,
        @Nullable String versionId,
        @Nullable String text,
        List<Media> media,
        Instant at) {

    /**
     * The post as it stands by now; empty when it was withdrawn, for then nothing of it is to be kept.
     *
     * @param parents how what it answers reads by now, where that is known, by its id
     */
    static Optional<HeardPost> caughtUp(HeardPost post, Map<String, PostAhead> ahead, Map<String, String> parents) {
        @Nullable PostAhead first = ahead.get(post.version().firstId());
        @Nullable PostAhead own = ahead.get(post.id());
        if (isWithdrawn(first) || isWithdrawn(own)) {
            return Optional.empty();
        }
        HeardPost newest = first == null ? post : first.edit(post);
        @Nullable Parent parent = newest.around().parent();
        return Optional.of(
                parent == null
                        ? newest
                        : newest.with(
                                newest.version(),
                                newest.text(),
                                newest.around().withParent(caughtUp(parent, ahead.get(parent.id()), parents))));
    }

    private static Parent caughtUp(Parent parent, @Nullable PostAhead ahead, Map<String, String> parents) {
        if (ahead != null && ahead.withdrawnReason != null) {
            return parent.erased(ahead.withdrawnReason);
        }
        @Nullable String text = parents.get(parent.id());
        return text == null ? parent : parent.reading(text);
    }

    private HeardPost edit(HeardPost post) {
        boolean newer = versionId != null
                && PostOrder.OLDEST_FIRST.compare(versionId, post.version().id()) > 0;
        return newer && versionId != null && text != null
                ? post.with(
                        new HeardPost.Version(post.version().firstId(), versionId, at),
                        text,
                        post.around().withMedia(media))
                : post;
    }

    private static boolean isWithdrawn(@Nullable PostAhead ahead) {
        return ahead != null && ahead.withdrawnReason != null;
    }
}
