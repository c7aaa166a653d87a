package dev.heed.local.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A draft to be written.
 *
 * @param ticketVersion the version that the writer has seen, so that a read model that is behind is waited for
 */
public record NewDraft(String ticketId, long ticketVersion, String inReplyTo, String text) {

    String json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ticketId", ticketId)
                .put("ticketVersion", ticketVersion)
                .put("inReplyTo", inReplyTo)
                .put("text", text)
                .toString();
    }
}
