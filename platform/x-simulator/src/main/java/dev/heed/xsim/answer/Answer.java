package dev.heed.xsim.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.dialect.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The JSON of an answer, ready to go out, and the ids of what is in its {@code data}, which are known without reading it again. */
public final class Answer {

    private final byte[] body;
    private final List<String> ids;

    private Answer(byte[] body, List<String> ids) {
        this.body = body;
        this.ids = List.copyOf(ids);
    }

    /** @param content writes the members of the answer */
    public static Answer of(List<String> ids, Consumer<Pen> content) {
        return new Answer(Pen.object(content), ids);
    }

    /** The ids of what the {@code data} of such an answer holds: one thing, a list, or nothing. */
    public static List<String> ids(JsonNode answer) {
        JsonNode data = answer.path("data");
        List<String> ids = new ArrayList<>();
        (data.isObject() ? List.of(data) : data)
                .forEach(one -> ids.add(one.path("id").asText("")));
        return ids;
    }

    public List<String> ids() {
        return ids;
    }

    /** For whoever has to change it. */
    public ObjectNode tree() {
        return JsonText.tree(body);
    }

    /** To be sent as it is. */
    public byte[] body() {
        return body;
    }
}
