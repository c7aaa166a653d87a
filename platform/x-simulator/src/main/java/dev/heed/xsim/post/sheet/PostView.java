package dev.heed.xsim.post.sheet;

import dev.heed.xsim.answer.Pen;
import dev.heed.xsim.attachment.Attached;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.dialect.XTime;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.post.Edit;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.post.Tally;
import dev.heed.xsim.text.ShownText;
import dev.heed.xsim.text.Spot;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
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

    /** Writes the members of an object. */
    void write(Pen pen, Post post, Wanted wanted) {
        ShownText text = typesetter.text(post);
        pen.put("id", post.id().text()).put("text", text.text());
        pen.list(wanted.dialect().editHistory(), posts.versions(post), (list, version) -> list.add(version.text()));
        people(pen, post, wanted);
        for (String field : wanted.post()) {
            switch (field) {
                case "created_at" -> pen.put("created_at", XTime.text(post.createdAt()));
                case "conversation_id" ->
                    pen.put("conversation_id", post.conversation().text());
                case "lang" -> pen.put("lang", post.lang());
                case "possibly_sensitive" -> pen.put("possibly_sensitive", false);
                case "reply_settings" -> pen.put("reply_settings", "everyone");
                case "public_metrics" -> pen.put("public_metrics", metrics -> metrics(metrics, post, wanted));
                case "display_text_range" ->
                    pen.list(
                            "display_text_range",
                            List.of(text.shownFrom(), text.shownTo()),
                            (range, place) -> range.add(place.longValue()));
                case "edit_controls" -> pen.put("edit_controls", controls -> controls(controls, post));
                case "entities" -> entities(pen, text.spots());
                case "note_post", "note_tweet" -> note(pen, field, text);
                case "attachments" -> attachments(pen, post.attachments());
                case "withheld" -> withheld(pen, post, wanted.dialect());
                default -> {} // what posts of the simulator do not have
            }
        }
    }

    private void people(Pen pen, Post post, Wanted wanted) {
        if (wanted.shows("author_id")) {
            pen.put("author_id", post.author().text());
        }
        if (wanted.expands("username")) {
            pen.put("username", users.known(post.author()).username());
        }
        if (post.inReplyToUser() != null && wanted.shows("in_reply_to_user_id")) {
            pen.put("in_reply_to_user_id", post.inReplyToUser().text());
        }
        boolean refers = post.reposts() != null || post.inReplyTo() != null || post.quotes() != null;
        if (refers && wanted.showsReferences()) {
            pen.list(wanted.dialect().references(), List.of(post), PostView::references);
        }
    }

    private static void references(Pen list, Post post) {
        refer(list, "retweeted", post.reposts());
        refer(list, "replied_to", post.inReplyTo());
        refer(list, "quoted", post.quotes());
    }

    private static void refer(Pen list, String type, @Nullable PostId id) {
        if (id != null) {
            list.add(reference -> reference.put("type", type).put("id", id.text()));
        }
    }

    private void controls(Pen controls, Post post) {
        controls.put("edits_remaining", Edit.left(post, posts))
                .put("is_edit_eligible", Edit.eligible(post, posts))
                .put("editable_until", XTime.text(Edit.until(post)));
    }

    private void entities(Pen pen, List<Spot> spots) {
        if (!spots.isEmpty()) {
            pen.put("entities", entities -> EntitiesView.write(entities, spots, users));
        }
    }

    private void note(Pen pen, String field, ShownText text) {
        ShownText.Note whole = text.note();
        if (whole != null) {
            pen.put(field, note -> {
                note.put("text", whole.text());
                entities(note, whole.spots());
            });
        }
    }

    private static void attachments(Pen pen, Attached attached) {
        if (!attached.isNothing()) {
            pen.put("attachments", attachments -> {
                attachments.some("media_keys", attached.media(), (keys, media) -> keys.add(media.key()));
                if (attached.poll() != null) {
                    attachments.list("poll_ids", List.of(attached.poll()), (ids, poll) -> ids.add(poll.id()));
                }
            });
        }
    }

    private void withheld(Pen pen, Post post, Dialect dialect) {
        List<String> countries = posts.withheld(post);
        if (!countries.isEmpty()) {
            pen.put(
                    "withheld",
                    withheld -> withheld.put("copyright", false)
                            .list("country_codes", countries, Pen::add)
                            .put("scope", dialect.noun()));
        }
    }

    private void metrics(Pen metrics, Post post, Wanted wanted) {
        Tally tally = posts.tally();
        metrics.put(wanted.dialect().repostCount(), tally.reposts(post))
                .put("reply_count", tally.replies(post))
                .put("quote_count", tally.quotes(post))
                .put("like_count", 0)
                .put("bookmark_count", 0)
                .put("impression_count", 0);
    }
}
