package dev.heed.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** An HTTP answer: its status, its body as JSON (missing when there is none), and where it redirects to. */
public record Answer(int status, JsonNode body, Optional<String> location) {

    public boolean succeeded() {
        return status / 100 == 2;
    }

    /** The last part of a problem's type, such as {@code not-the-owner}; empty when it is no problem of ours. */
    public String problem() {
        String type = body.path("type").asText("");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** What the problem says to a person. */
    public String detail() {
        return body.path("detail").asText(body.path("title").asText("status " + status));
    }

    /** The answer may be another one in a moment: a part is restarting, or the gateway cannot reach it. */
    boolean isPassing() {
        return status >= 500 || status == 429;
    }
}
