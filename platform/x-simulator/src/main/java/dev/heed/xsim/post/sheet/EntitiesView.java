package dev.heed.xsim.post.sheet;

import dev.heed.xsim.answer.Pen;
import dev.heed.xsim.text.Spot;
import dev.heed.xsim.user.Users;
import java.util.ArrayList;
import java.util.List;

/** The {@code entities} of a post: mentions, hashtags, cashtags and links with their places. */
final class EntitiesView {

    private EntitiesView() {}

    /** Writes the members of an object: a list of each kind that there is. */
    static void write(Pen pen, List<Spot> spots, Users users) {
        pen.some(
                "mentions",
                of(Spot.Mention.class, spots),
                (list, mention) -> list.add(shown -> {
                    placed(shown, mention).put("username", mention.username());
                    users.byUsername(mention.username())
                            .ifPresent(user -> shown.put("id", user.id().text()));
                }));
        pen.some(
                "hashtags",
                of(Spot.Hashtag.class, spots),
                (list, tag) -> list.add(shown -> placed(shown, tag).put("tag", tag.tag())));
        pen.some(
                "cashtags",
                of(Spot.Cashtag.class, spots),
                (list, tag) -> list.add(shown -> placed(shown, tag).put("tag", tag.tag())));
        pen.some(
                "urls",
                of(Spot.Link.class, spots),
                (list, link) -> list.add(shown -> {
                    placed(shown, link).put("url", link.url()).put("expanded_url", link.expanded());
                    shown.put("display_url", link.display());
                    if (link.mediaKey() != null) {
                        shown.put("media_key", link.mediaKey());
                    }
                }));
    }

    private static <S extends Spot> List<S> of(Class<S> kind, List<Spot> spots) {
        List<S> found = new ArrayList<>(spots.size());
        for (Spot spot : spots) {
            if (kind.isInstance(spot)) {
                found.add(kind.cast(spot));
            }
        }
        return found;
    }

    private static Pen placed(Pen shown, Spot spot) {
        return shown.put("start", spot.start()).put("end", spot.end());
    }
}
