package dev.heed.ingestion.webhook;

import dev.heed.ingestion.rota.SourceKey;
import dev.heed.x.XActivity;
import java.util.Optional;

/** Where to look for what a delivery tells of, but not whole. */
final class Hint {

    private Hint() {}

    /** Empty where it tells all, or where there is nothing to look for. */
    static Optional<SourceKey> of(XActivity activity) {
        String account = activity.userId();
        if (account == null) {
            return Optional.empty();
        }
        return switch (activity.what()) {
            case XActivity.What.Messaged(var messages, int unread)
            when unread > 0 || messages.stream().anyMatch(message -> message.text() == null) ->
                Optional.of(new SourceKey("messages:" + account));
            case XActivity.What.Unreadable _ -> unread(activity.type(), account);
            case XActivity.What.Messaged _, XActivity.What.Posted _, XActivity.What.Deleted _, XActivity.What.Other _ ->
                Optional.empty();
        };
    }

    private static Optional<SourceKey> unread(String type, String account) {
        return switch (type) {
            case "dm.received" -> Optional.of(new SourceKey("messages:" + account));
            case "post.mention.create", "post.reply.create", "post.quote.create" ->
                Optional.of(new SourceKey("mentions:" + account));
            default -> Optional.empty();
        };
    }
}
