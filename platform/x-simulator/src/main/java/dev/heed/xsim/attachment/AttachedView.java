package dev.heed.xsim.attachment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.dialect.XTime;
import java.time.Instant;
import java.util.Set;

/** Shows media and polls with the fields that were asked for. */
public final class AttachedView {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final int MILLIS = 10_000;

    private AttachedView() {}

    public static ObjectNode media(Media media, Set<String> fields) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("media_key", media.key()).put("type", media.kind().written());
        boolean photo = media.kind() == Media.Kind.PHOTO;
        for (String field : fields) {
            switch (field) {
                case "width" -> shown.put("width", WIDTH);
                case "height" -> shown.put("height", HEIGHT);
                case "alt_text" -> {
                    if (media.altText() != null) {
                        shown.put("alt_text", media.altText());
                    }
                }
                case "url" -> {
                    if (photo) {
                        shown.put("url", media.url());
                    }
                }
                case "preview_image_url" -> {
                    if (!photo) {
                        shown.put("preview_image_url", media.url());
                    }
                }
                case "duration_ms" -> {
                    if (media.kind() == Media.Kind.VIDEO) {
                        shown.put("duration_ms", MILLIS);
                    }
                }
                case "public_metrics" -> {
                    if (media.kind() == Media.Kind.VIDEO) {
                        shown.putObject("public_metrics").put("view_count", 0);
                    }
                }
                case "variants" -> {
                    if (!photo) {
                        variants(shown, media);
                    }
                }
                default -> {} // what only the owner of the media may see
            }
        }
        return shown;
    }

    public static ObjectNode poll(Poll poll, Set<String> fields, Instant now) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", poll.id());
        ArrayNode options = shown.putArray("options");
        for (String label : poll.options()) {
            options.addObject()
                    .put("position", options.size())
                    .put("label", label)
                    .put("votes", 0);
        }
        for (String field : fields) {
            switch (field) {
                case "duration_minutes" -> shown.put("duration_minutes", poll.minutes());
                case "end_datetime" -> shown.put("end_datetime", XTime.text(poll.ends()));
                case "voting_status" -> shown.put("voting_status", now.isBefore(poll.ends()) ? "open" : "closed");
                default -> {} // id and options are always there
            }
        }
        return shown;
    }

    private static void variants(ObjectNode shown, Media media) {
        String film = "https://video.twimg.com/" + media.kind().written() + "/" + media.key() + ".mp4";
        shown.putArray("variants")
                .addObject()
                .put("bit_rate", media.kind() == Media.Kind.VIDEO ? 2_176_000 : 0)
                .put("content_type", "video/mp4")
                .put("url", film);
    }
}
