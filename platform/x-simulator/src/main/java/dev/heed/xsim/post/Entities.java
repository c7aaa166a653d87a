package dev.heed.xsim.post;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twitter.twittertext.Extractor;
import dev.heed.xsim.user.Users;
import java.util.List;

/** The {@code entities} of a post: mentions, hashtags, cashtags and links with their places, counted in code points. */
final class Entities {

    private static final Extractor EXTRACTOR = new Extractor();

    private Entities() {}

    /** Empty when the text has none. */
    static ObjectNode of(String text, Users users) {
        ObjectNode entities = JsonNodeFactory.instance.objectNode();
        for (Extractor.Entity found : EXTRACTOR.extractMentionedScreennamesWithIndices(text)) {
            ObjectNode mention = placed(entities, "mentions", text, found);
            mention.put("username", found.getValue());
            users.byUsername(found.getValue())
                    .ifPresent(user -> mention.put("id", user.id().text()));
        }
        tags(entities, "hashtags", text, EXTRACTOR.extractHashtagsWithIndices(text));
        tags(entities, "cashtags", text, EXTRACTOR.extractCashtagsWithIndices(text));
        for (Extractor.Entity found : EXTRACTOR.extractURLsWithIndices(text)) {
            ObjectNode url = placed(entities, "urls", text, found);
            url.put("url", found.getValue()).put("expanded_url", found.getValue());
            url.put("display_url", found.getValue().replaceFirst("^https?://(www\\.)?", ""));
        }
        return entities;
    }

    private static void tags(ObjectNode entities, String kind, String text, List<Extractor.Entity> found) {
        found.forEach(tag -> placed(entities, kind, text, tag).put("tag", tag.getValue()));
    }

    private static ObjectNode placed(ObjectNode entities, String kind, String text, Extractor.Entity found) {
        ObjectNode entity = entities.withArray(kind).addObject();
        entity.put("start", text.codePointCount(0, found.getStart()));
        return entity.put("end", text.codePointCount(0, found.getEnd()));
    }
}
