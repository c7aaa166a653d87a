package dev.heed.xsim.post;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.xsim.dialect.JsonText;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON of {@code POST /2/tweets}, read as strictly as X's document has it. */
sealed interface CreatePostBody {

    record Legible(
            String text,
            @Nullable PostId inReplyTo,
            @Nullable PostId quotes,
            Set<UserId> leftOut,
            @Nullable PostId edits)
            implements CreatePostBody {}

    record Wrong(String message) implements CreatePostBody {}

    /** What X takes and needs nothing of the simulator. */
    Set<String> IGNORED = Set.of(
            "made_with_ai",
            "paid_partnership",
            "for_super_followers_only",
            "nullcast",
            "reply_settings",
            "share_with_followers");

    Set<String> KNOWN = Set.of("text", "reply", "quote_tweet_id", "edit_options");

    Set<String> NOT_SIMULATED = Set.of("media", "poll", "geo", "card_uri", "community_id", "direct_message_deep_link");

    static CreatePostBody read(String json) {
        @Nullable JsonNode body = JsonText.object(json).orElse(null);
        if (body == null) {
            return new Wrong("The request body is not a JSON object");
        }
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (NOT_SIMULATED.contains(name)) {
                return new Wrong("$." + name + ": X takes it, this simulator does not");
            }
            if (!KNOWN.contains(name) && !IGNORED.contains(name)) {
                return new Wrong("$." + name
                        + ": is not defined in the schema and the schema does not allow additional properties");
            }
        }
        JsonNode text = body.path("text");
        if (!text.isTextual() && !text.isMissingNode()) {
            return new Wrong("$.text: " + text.getNodeType() + " found, string expected");
        }
        JsonNode reply = body.path("reply");
        Optional<PostId> inReplyTo = id(reply.path("in_reply_to_tweet_id"));
        if (!reply.isMissingNode() && inReplyTo.isEmpty()) {
            return new Wrong("$.reply.in_reply_to_tweet_id: does not match the regex pattern ^[0-9]{1,19}$");
        }
        JsonNode quoted = body.path("quote_tweet_id");
        Optional<PostId> quotes = id(quoted);
        if (!quoted.isMissingNode() && quotes.isEmpty()) {
            return new Wrong("$.quote_tweet_id: does not match the regex pattern ^[0-9]{1,19}$");
        }
        JsonNode options = body.path("edit_options");
        Optional<PostId> edits = id(options.path("previous_post_id"));
        if (!options.isMissingNode() && edits.isEmpty()) {
            return new Wrong("$.edit_options.previous_post_id: does not match the regex pattern ^[0-9]{1,19}$");
        }
        Set<UserId> leftOut = new HashSet<>();
        reply.path("exclude_reply_user_ids")
                .forEach(user -> UserId.parse(user.asText()).ifPresent(leftOut::add));
        return new Legible(text.asText(""), inReplyTo.orElse(null), quotes.orElse(null), leftOut, edits.orElse(null));
    }

    private static Optional<PostId> id(JsonNode node) {
        return node.isTextual() ? PostId.parse(node.asText()) : Optional.empty();
    }
}
