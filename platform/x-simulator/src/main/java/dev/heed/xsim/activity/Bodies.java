package dev.heed.xsim.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.SimConfig;
import dev.heed.xsim.attachment.Media;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.message.Message;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.sheet.PostSheet;
import dev.heed.xsim.user.UserView;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a webhook is told, in the simulator's own dialect, as nobody asks for fields here: a post with everything that is public
 * about it. Only while the world is held.
 *
 * <p>Sources: document 2.167 for posts and deletions. For direct messages the document has no payload: in either dialect they have the shape
 * of X's published examples ({@code direct_message_events} and {@code users}), which follows Account Activity.
 */
@Singleton
class Bodies {

    /** What is specific to an event. */
    record Content(ObjectNode payload, @Nullable JsonNode includes) {}

    private final PostSheet sheet;
    private final Users users;
    private final UserView userView;
    private final Wanted wanted;

    Bodies(PostSheet sheet, Users users, UserView userView, SimConfig config) {
        this.sheet = sheet;
        this.users = users;
        this.userView = userView;
        this.wanted = Wanted.everything(config.dialect());
    }

    static String envelope(long uuid, Subscription subscription, Content content) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode data = body.putObject("data");
        data.put("event_uuid", Long.toString(uuid));
        data.set("filter", SubscriptionView.filter(subscription));
        data.put("event_type", subscription.eventType());
        if (subscription.tag() != null) {
            data.put("tag", subscription.tag());
        }
        data.set("payload", content.payload());
        if (content.includes() != null) {
            data.set("includes", content.includes());
        }
        return body.toString();
    }

    Content post(Post post) {
        ObjectNode answer = sheet.one(post, wanted).tree();
        return new Content((ObjectNode) answer.get("data"), answer.get("includes"));
    }

    static Content deleted(Post post) {
        return new Content(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", post.id().text())
                        .put("author_id", post.author().text()),
                null);
    }

    Content message(Message message) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        ObjectNode event = payload.putArray("direct_message_events").addObject();
        event.put("type", "message_create").put("id", message.id().text());
        event.put("created_timestamp", Long.toString(message.createdAt().toEpochMilli()));
        ObjectNode create = event.putObject("message_create");
        create.putObject("target").put("recipient_id", message.to().text());
        create.put("sender_id", message.from().text());
        ObjectNode said = create.putObject("message_data").put("text", message.text());
        ObjectNode entities = said.putObject("entities");
        List.of("hashtags", "symbols", "user_mentions", "urls").forEach(entities::putArray);
        message.media().stream().findFirst().ifPresent(media -> attach(said, media));
        ObjectNode people = payload.putObject("users");
        List.of(message.from(), message.to())
                .forEach(user -> people.putObject(user.text()).set("data", userView.show(users.known(user), wanted)));
        return new Content(payload, null);
    }

    /** X attaches one at most. */
    private static void attach(ObjectNode said, Media media) {
        ObjectNode attached = said.putObject("attachment").put("type", "media").putObject("media");
        attached.put("type", media.kind().written()).put("media_url_https", media.url());
        if (media.altText() != null) {
            attached.put("ext_alt_text", media.altText());
        }
    }
}
