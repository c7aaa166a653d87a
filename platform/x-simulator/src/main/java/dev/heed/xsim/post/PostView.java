package dev.heed.xsim.post;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.attachment.Attached;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.text.ShownText;
import dev.heed.xsim.text.Spot;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a post in a dialect, with the fields that were asked for. Only while the world is held. */
@Singleton
public class PostView {

    private final Posts posts;
    private final Users users;
    private final Typesetter typesetter;

    public PostView(Posts posts, Users users, Typesetter typesetter) {
        this.posts = posts;
        this.users = users;
        this.typesetter = typesetter;
    }

    public ObjectNode show(Post post, Wanted wanted) {
        ShownText text = typesetter.text(post);
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", post.id().text());
        shown.put("text", text.text());
        ArrayNode versions = shown.putArray(wanted.dialect().editHistory());
        posts.versions(post).forEach(version -> versions.add(version.text()));
        people(shown, post, wanted);
        for (String field : wanted.post()) {
            switch (field) {
                case "created_at" -> shown.put("created_at", xTime(post.createdAt()));
                case "conversation_id" ->
                    shown.put("conversation_id", post.conversation().text());
                case "lang" -> shown.put("lang", post.lang());
                case "possibly_sensitive" -> shown.put("possibly_sensitive", false);
                case "reply_settings" -> shown.put("reply_settings", "everyone");
                case "public_metrics" -> shown.set("public_metrics", metrics(post, wanted));
                case "display_text_range" ->
                    shown.putArray("display_text_range").add(text.shownFrom()).add(text.shownTo());
                case "edit_controls" -> controls(shown, post);
                case "entities" -> entities(shown, text.spots());
                case "note_post", "note_tweet" -> note(shown, field, text);
                case "attachments" -> attachments(shown, post.attachments());
                case "withheld" -> withheld(shown, post, wanted.dialect());
                default -> {} // what posts of the simulator do not have
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
            refer(references, "retweeted", post.reposts());
            refer(references, "replied_to", post.inReplyTo());
            refer(references, "quoted", post.quotes());
            if (!references.isEmpty()) {
                shown.set(wanted.dialect().references(), references);
            }
        }
    }

    private void controls(ObjectNode shown, Post post) {
        shown.putObject("edit_controls")
                .put("edits_remaining", Edit.left(post, posts))
                .put("is_edit_eligible", Edit.eligible(post, posts))
                .put("editable_until", xTime(Edit.until(post)));
    }

    private void entities(ObjectNode shown, List<Spot> spots) {
        ObjectNode entities = EntitiesView.of(spots, users);
        if (!entities.isEmpty()) {
            shown.set("entities", entities);
        }
    }

    private void note(ObjectNode shown, String field, ShownText text) {
        if (text.note() != null) {
            ObjectNode note = shown.putObject(field).put("text", text.note().text());
            entities(note, text.note().spots());
        }
    }

    private static void attachments(ObjectNode shown, Attached attached) {
        if (!attached.isNothing()) {
            ObjectNode attachments = shown.putObject("attachments");
            attached.media()
                    .forEach(media -> attachments.withArray("media_keys").add(media.key()));
            if (attached.poll() != null) {
                attachments.putArray("poll_ids").add(attached.poll().id());
            }
        }
    }

    private void withheld(ObjectNode shown, Post post, Dialect dialect) {
        List<String> countries = posts.withheld(post);
        if (!countries.isEmpty()) {
            ObjectNode withheld = shown.putObject("withheld").put("copyright", false);
            countries.forEach(country -> withheld.withArray("country_codes").add(country));
            withheld.put("scope", dialect.noun());
        }
    }

    private static void refer(ArrayNode references, String type, @Nullable PostId id) {
        if (id != null) {
            references.addObject().put("type", type).put("id", id.text());
        }
    }

    private ObjectNode metrics(Post post, Wanted wanted) {
        Tally tally = posts.tally();
        ObjectNode metrics = JsonNodeFactory.instance.objectNode();
        metrics.put(wanted.dialect().repostCount(), tally.reposts(post));
        metrics.put("reply_count", tally.replies(post));
        metrics.put("quote_count", tally.quotes(post));
        List.of("like_count", "bookmark_count", "impression_count").forEach(count -> metrics.put(count, 0));
        return metrics;
    }
}
