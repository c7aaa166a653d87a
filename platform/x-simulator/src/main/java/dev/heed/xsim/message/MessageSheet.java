package dev.heed.xsim.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.attachment.AttachedView;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.dialect.XTime;
import dev.heed.xsim.page.Slice;
import dev.heed.xsim.user.UserView;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.util.List;

/** Lays out a page of direct messages in a dialect. Only while the world is held. */
@Singleton
public class MessageSheet {

    private final Users users;
    private final UserView userView;

    public MessageSheet(Users users, UserView userView) {
        this.users = users;
        this.userView = userView;
    }

    ObjectNode show(Slice<Message> slice, Wanted wanted, String scope) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        slice.items().forEach(message -> answer.withArray("data").add(event(message, wanted)));
        include(answer, slice.items(), wanted);
        ObjectNode meta =
                answer.putObject("meta").put("result_count", slice.items().size());
        slice.next().ifPresent(token -> meta.put("next_token", token.seal(scope)));
        slice.previous().ifPresent(token -> meta.put("previous_token", token.seal(scope)));
        return answer;
    }

    ObjectNode one(Message message, Wanted wanted) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("data", event(message, wanted));
        include(answer, List.of(message), wanted);
        return answer;
    }

    private void include(ObjectNode answer, List<Message> shown, Wanted wanted) {
        ObjectNode includes = JsonNodeFactory.instance.objectNode();
        if (wanted.expands("sender_id")) {
            shown.stream()
                    .map(Message::from)
                    .distinct()
                    .forEach(user -> includes.withArray("users").add(userView.show(users.known(user), wanted)));
        }
        if (wanted.expands("attachments.media_keys")) {
            shown.stream()
                    .flatMap(message -> message.media().stream())
                    .forEach(media -> includes.withArray("media").add(AttachedView.media(media, wanted.media())));
        }
        if (!includes.isEmpty()) {
            answer.set("includes", includes);
        }
    }

    /** One message. */
    ObjectNode event(Message message, Wanted wanted) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", message.id().text());
        shown.put("event_type", "MessageCreate");
        shown.put("text", message.text());
        if (wanted.message().contains("created_at")) {
            shown.put("created_at", XTime.text(message.createdAt()));
        }
        if (wanted.message().contains("dm_conversation_id")) {
            shown.put("dm_conversation_id", message.conversation());
        }
        if (wanted.message().contains("sender_id") || wanted.expands("sender_id")) {
            shown.put("sender_id", message.from().text());
        }
        boolean attachments = wanted.message().contains("attachments") || wanted.expands("attachments.media_keys");
        if (attachments && !message.media().isEmpty()) {
            ArrayNode keys = shown.putObject("attachments").putArray("media_keys");
            message.media().forEach(media -> keys.add(media.key()));
        }
        return shown;
    }
}
