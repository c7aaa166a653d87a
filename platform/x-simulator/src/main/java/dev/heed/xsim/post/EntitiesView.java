package dev.heed.xsim.post;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.text.Spot;
import dev.heed.xsim.user.Users;
import java.util.List;

/** The {@code entities} of a post: mentions, hashtags, cashtags and links with their places. */
final class EntitiesView {

    private EntitiesView() {}

    /** Empty when the text has none. */
    static ObjectNode of(List<Spot> spots, Users users) {
        ObjectNode entities = JsonNodeFactory.instance.objectNode();
        for (Spot spot : spots) {
            switch (spot) {
                case Spot.Mention mention -> {
                    ObjectNode shown = placed(entities, "mentions", spot).put("username", mention.username());
                    users.byUsername(mention.username())
                            .ifPresent(user -> shown.put("id", user.id().text()));
                }
                case Spot.Hashtag tag -> placed(entities, "hashtags", spot).put("tag", tag.tag());
                case Spot.Cashtag tag -> placed(entities, "cashtags", spot).put("tag", tag.tag());
                case Spot.Link link -> {
                    ObjectNode shown = placed(entities, "urls", spot);
                    shown.put("url", link.url()).put("expanded_url", link.expanded());
                    shown.put("display_url", link.display());
                    if (link.mediaKey() != null) {
                        shown.put("media_key", link.mediaKey());
                    }
                }
            }
        }
        return entities;
    }

    private static ObjectNode placed(ObjectNode entities, String kind, Spot spot) {
        return entities.withArray(kind).addObject().put("start", spot.start()).put("end", spot.end());
    }
}
