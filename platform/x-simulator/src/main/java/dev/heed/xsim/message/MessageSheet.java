package dev.heed.xsim.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.page.Slice;
import dev.heed.xsim.post.PostView;
import dev.heed.xsim.user.UserView;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Set;

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
        Set<UserId> people = new LinkedHashSet<>();
        for (Message message : slice.items()) {
            answer.withArray("data").add(event(message, wanted));
            if (wanted.expands("sender_id")) {
                people.add(message.from());
            }
        }
        if (!people.isEmpty()) {
            ArrayNode list = answer.putObject("includes").putArray("users");
            people.forEach(user -> list.add(userView.show(users.known(user), wanted)));
        }
        ObjectNode meta =
                answer.putObject("meta").put("result_count", slice.items().size());
        slice.next().ifPresent(token -> meta.put("next_token", token.seal(scope)));
        slice.previous().ifPresent(token -> meta.put("previous_token", token.seal(scope)));
        return answer;
    }

    /** One message. */
    public ObjectNode event(Message message, Wanted wanted) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", message.id().text());
        shown.put("event_type", "MessageCreate");
        shown.put("text", message.text());
        if (wanted.message().contains("created_at")) {
            shown.put("created_at", PostView.xTime(message.createdAt()));
        }
        if (wanted.message().contains("dm_conversation_id")) {
            shown.put("dm_conversation_id", message.conversation());
        }
        if (wanted.message().contains("sender_id") || wanted.expands("sender_id")) {
            shown.put("sender_id", message.from().text());
        }
        return shown;
    }
}
