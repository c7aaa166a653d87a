package dev.heed.xsim.post;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a post in a dialect, with the fields that were asked for. Only while the world is held. */
@Singleton
public class PostView {

    private static final Duration EDITABLE = Duration.ofHours(1);

    private final Posts posts;
    private final Users users;

    public PostView(Posts posts, Users users) {
        this.posts = posts;
        this.users = users;
    }

    public ObjectNode show(Post post, Wanted wanted) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", post.id().text());
        shown.put("text", post.text());
        shown.putArray(wanted.dialect().editHistory()).add(post.id().text());
        people(shown, post, wanted);
        for (String field : wanted.post()) {
            switch (field) {
                case "created_at" -> shown.put("created_at", xTime(post.createdAt()));
                case "conversation_id" ->
                    shown.put("conversation_id", post.conversation().text());
                case "lang" -> shown.put("lang", "en");
                case "possibly_sensitive" -> shown.put("possibly_sensitive", false);
                case "reply_settings" -> shown.put("reply_settings", "everyone");
                case "public_metrics" -> shown.set("public_metrics", metrics(post, wanted));
                case "display_text_range" ->
                    shown.putArray("display_text_range")
                            .add(post.shownFrom())
                            .add(post.text().codePointCount(0, post.text().length()));
                case "edit_controls" ->
                    shown.putObject("edit_controls")
                            .put("edits_remaining", 5)
                            .put("is_edit_eligible", post.inReplyTo() == null)
                            .put("editable_until", xTime(post.createdAt().plus(EDITABLE)));
                case "entities" -> {
                    ObjectNode entities = Entities.of(post.text(), users);
                    if (!entities.isEmpty()) {
                        shown.set("entities", entities);
                    }
                }
                default -> {} // what a post of words alone does not have
            }
        }
        return shown;
    }

    /** X tells times by the second, with three zeros. */
    public static String xTime(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
    }

    private void people(ObjectNode shown, Post post, Wanted wanted) {
        if (wanted.shows("author_id")) {
            shown.put("author_id", post.author().text());
        }
        if (wanted.expands("username")) {
            shown.put("username", users.known(post.author()).username());
        }
        if (post.inReplyToUser() != null && wanted.shows("in_reply_to_user_id")) {
            shown.put("in_reply_to_user_id", post.inReplyToUser().text());
        }
        if (wanted.showsReferences()) {
            ArrayNode references = JsonNodeFactory.instance.arrayNode();
            refer(references, "replied_to", post.inReplyTo());
            refer(references, "quoted", post.quotes());
            if (!references.isEmpty()) {
                shown.set(wanted.dialect().references(), references);
            }
        }
    }

    private static void refer(ArrayNode references, String type, @Nullable PostId id) {
        if (id != null) {
            references.addObject().put("type", type).put("id", id.text());
        }
    }

    private ObjectNode metrics(Post post, Wanted wanted) {
        ObjectNode metrics = JsonNodeFactory.instance.objectNode();
        long replies = posts.repliesTo(post.id()).values().stream()
                .filter(reply -> !reply.isDeleted())
                .count();
        metrics.put(wanted.dialect().repostCount(), 0);
        metrics.put("reply_count", replies);
        metrics.put("quote_count", posts.timesQuoted(post.id()));
        List.of("like_count", "bookmark_count", "impression_count").forEach(count -> metrics.put(count, 0));
        return metrics;
    }
}
